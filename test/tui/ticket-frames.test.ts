import { describe, expect, it } from 'vitest';
import { languages } from '../../src/contract/language.ts';
import { draw } from './draw.tsx';
import { sizes } from './pictures.ts';
import { ticketPictures, ticketSnapshot } from './ticket-pictures.ts';

describe.each(languages)('%s', (language) => {
  it.each(sizes)('$columns×$rows', async ({ columns, rows }) => {
    const frames: string[] = [];
    for (const [name, change] of Object.entries(ticketPictures)) {
      const { screen } = await draw(ticketSnapshot, change, { columns, rows, language });
      expect(screen.overran(), name).toBe(false);
      frames.push(`${`== ${name} `.padEnd(columns, '=')}\n${screen.lines().join('\n')}`);
    }
    await expect(`${frames.join('\n\n')}\n`).toMatchFileSnapshot(`frames/tickets-${language}-${columns}x${rows}.txt`);
  });
});
