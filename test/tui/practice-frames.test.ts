import { describe, expect, it } from 'vitest';
import { languages } from '../../src/contract/language.ts';
import { draw } from './draw.tsx';
import { sizes } from './pictures.ts';
import { practicePictures } from './practice-pictures.ts';
import { knowledgeOf } from './shelf.ts';

describe.each(languages)('%s', (language) => {
  it.each(sizes)('$columns×$rows', async ({ columns, rows }) => {
    const frames: string[] = [];
    for (const [name, [snapshot, change]] of Object.entries(practicePictures)) {
      const { screen } = await draw(snapshot, (model) => change({ ...model, knowledge: knowledgeOf() }), {
        columns,
        rows,
        language,
        mode: 'practice',
      });
      expect(screen.overran(), name).toBe(false);
      frames.push(`${`== ${name} `.padEnd(columns, '=')}\n${screen.lines().join('\n')}`);
    }
    await expect(`${frames.join('\n\n')}\n`).toMatchFileSnapshot(`frames/practice-${language}-${columns}x${rows}.txt`);
  });
});
