import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/contract/language.ts';
import type { Snapshot } from '../../src/tui/state/line.ts';
import type { Mode, SeatModel } from '../../src/tui/state/model.ts';
import type { SeatSession } from '../../src/tui/state/session.ts';
import { accountPictures, accountSnapshot } from '../tui/account-pictures.ts';
import { draw } from '../tui/draw.tsx';
import { knowledge } from '../tui/fund.ts';
import { pictures, sizes } from '../tui/pictures.ts';
import { practicePictures } from '../tui/practice-pictures.ts';
import { knowledgeOf } from '../tui/shelf.ts';
import { sumPictures, sumSnapshot } from '../tui/sum-pictures.ts';
import { figured } from '../tui/sums-support.ts';
import { ticketPictures, ticketSnapshot } from '../tui/ticket-pictures.ts';
import { escapeXml } from './escape-xml.ts';
import { screenSvg } from './screen-svg.ts';

/** Where they go; EXPERT_SEAT_PICTURES names another folder. */
const folder = path.resolve(process.env.EXPERT_SEAT_PICTURES ?? 'pictures');
const background = { dark: { ink: '#d4d4d4', paper: '#16181d' }, light: { ink: '#1f2328', paper: '#ffffff' } };
const theme = process.env.EXPERT_SEAT_PICTURES_THEME === 'light' ? 'light' : 'dark';

type Change = (model: SeatModel, session: SeatSession) => SeatModel;
/** Every screen of the galleries under test, by name. */
const all: readonly { name: string; snapshot: Snapshot; change: Change; mode?: Mode }[] = [
  ...Object.entries(pictures).map(([name, [snapshot, change]]) => ({
    name,
    snapshot,
    change: ((model, session) => change({ ...model, knowledge: knowledgeOf() }, session)) satisfies Change,
  })),
  ...Object.entries(accountPictures).map(([name, change]) => ({
    name,
    snapshot: accountSnapshot,
    change: ((model) => change({ ...model, knowledge: knowledgeOf(knowledge) })) satisfies Change,
  })),
  ...Object.entries(sumPictures).map(([name, change]) => ({
    name: `sum ${name}`,
    snapshot: sumSnapshot,
    change: ((model) => change({ ...model, knowledge: knowledgeOf(figured) })) satisfies Change,
  })),
  ...Object.entries(ticketPictures).map(([name, change]) => ({
    name: `tickets ${name.replaceAll(',', '')}`,
    snapshot: ticketSnapshot,
    change: change satisfies Change,
  })),
  ...Object.entries(practicePictures).map(([name, [snapshot, change]]) => ({
    name: `practice ${name}`,
    snapshot,
    change: ((model) => change({ ...model, knowledge: knowledgeOf() })) satisfies Change,
    mode: 'practice' as const,
  })),
];

describe.each(languages)('%s', (language) => {
  it.each(sizes)('$columns×$rows', async ({ columns, rows }) => {
    const shown = path.join(folder, `${language}-${columns}x${rows}`);
    await mkdir(shown, { recursive: true });
    const drawn: string[] = [];
    for (const { name, snapshot, change, mode = 'hub' } of all) {
      const { screen } = await draw(snapshot, change, {
        columns,
        rows,
        language,
        mode,
        theme,
        background: theme,
      });
      const file = `${name.replaceAll(' ', '-')}.svg`;
      await writeFile(path.join(shown, file), screenSvg(screen.cells(background[theme]), background[theme]));
      drawn.push(`<h2>${escapeXml(name)}</h2><img src="${file}" alt="${escapeXml(name)}">`);
    }
    await writeFile(path.join(shown, 'index.html'), `<!doctype html><meta charset="utf-8">${drawn.join('\n')}\n`);
    expect(drawn.length).toBeGreaterThan(0);
    process.stdout.write(`${shown}/index.html\n`);
  });
});
