import { describe, expect, it } from 'vitest';
import { languages } from '../../src/contract/language.ts';
import { accountPictures, accountSnapshot } from './account-pictures.ts';
import { draw } from './draw.tsx';
import { knowledge } from './fund.ts';
import { sizes } from './pictures.ts';
import { knowledgeOf } from './shelf.ts';

describe.each(languages)('%s', (language) => {
  it.each(sizes)('$columns×$rows', async ({ columns, rows }) => {
    const frames: string[] = [];
    for (const [name, change] of Object.entries(accountPictures)) {
      // Charts are drawn where there is colour, and told in words where there is none.
      for (const color of /contributions|progress|repayments/.test(name) ? [true, false] : [true]) {
        const { screen } = await draw(
          accountSnapshot,
          (model) => change({ ...model, knowledge: knowledgeOf(knowledge) }),
          {
            columns,
            rows,
            language,
            theme: color ? 'dark' : 'none',
          },
        );
        expect(screen.overran(), name).toBe(false);
        const title = `== ${name}${color ? '' : ' told'} `;
        frames.push(`${title.padEnd(columns, '=')}\n${screen.lines().join('\n')}`);
      }
    }
    await expect(`${frames.join('\n\n')}\n`).toMatchFileSnapshot(`frames/accounts-${language}-${columns}x${rows}.txt`);
  });
});
