import { describe, expect, it } from 'vitest';
import { languages } from '../../src/contract/language.ts';
import { draw } from './draw.tsx';
import { pictures, sizes } from './pictures.ts';
import { knowledgeOf } from './shelf.ts';

describe.each(languages)('%s', (language) => {
  it.each(sizes)('$columns×$rows', async ({ columns, rows }) => {
    const frames: string[] = [];
    for (const [name, [snapshot, change]] of Object.entries(pictures)) {
      const { screen } = await draw(
        snapshot,
        (model, session) => change({ ...model, knowledge: knowledgeOf() }, session),
        {
          columns,
          rows,
          language,
          mode: name === 'call' ? 'demo' : 'hub',
        },
      );
      expect(screen.overran(), name).toBe(false);
      frames.push(`${`== ${name} `.padEnd(columns, '=')}\n${screen.lines().join('\n')}`);
    }
    await expect(`${frames.join('\n\n')}\n`).toMatchFileSnapshot(`frames/${language}-${columns}x${rows}.txt`);
  });
});
