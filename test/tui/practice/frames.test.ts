import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/contract/language.ts';
import { sizes } from '../pictures.ts';
import { sitsAtExam } from './exam-paper.ts';
import { sitsAtMarks, sitsAtMenu } from './open.ts';
import { emptyMenu } from './school-data.ts';
import type { Sitting, SittingOptions } from './sitting.ts';

interface Picture {
  readonly opens: (options: SittingOptions) => Sitting<unknown>;
  /** Keys one after the other; `"text` is typed. */
  readonly keys: readonly string[];
}

const menu = (...keys: string[]): Picture => ({ opens: (options) => sitsAtMenu(options), keys });
const marks = (...keys: string[]): Picture => ({ opens: (options) => sitsAtMarks(options), keys });

const exam = (number: number, ...keys: string[]): Picture => ({
  opens: (options) => sitsAtExam(options, { number }).sitting,
  keys,
});

const pictures: Readonly<Record<string, Picture>> = {
  today: menu(),
  all: menu('F3'),
  'all filtered': menu('F3', '"zf', 'Down'),
  'all without a match': menu('F3', '"没有的'),
  weak: menu('F4'),
  results: menu('F5', 'Down'),
  progress: menu('F6'),
  exams: menu('F7'),
  'nothing yet': { opens: (options) => sitsAtMenu(options, emptyMenu), keys: [] },
  'no results yet': { opens: (options) => sitsAtMenu(options, emptyMenu), keys: ['F5'] },
  'no progress yet': { opens: (options) => sitsAtMenu(options, emptyMenu), keys: ['F6'] },
  marks: marks(),
  'marks, another': marks('Down', 'Down', 'Down', 'Down'),
  dispute: marks('F8', '"当时系统真的打不开，只能请市民去柜台'),
  'dispute without a reason': marks('F8', 'Enter'),
  disputed: {
    opens: (options) =>
      sitsAtMarks(options, {
        disputed: 'ticket.category',
        disputes: [{ mark: 'ticket.category', note: '市民就是来投诉的' }],
      }),
    keys: [],
  },
  replay: marks('Enter'),
  'replay, the good one': marks('F3', 'Right'),
  answer: marks('F4'),
  'exam, one choice': exam(1, 'Down', 'Enter'),
  'exam, several choices': exam(2, 'Enter', 'Down', 'Down', 'Down', 'Enter'),
  'exam, a sum': exam(3, '"不知道', 'Enter'),
  'exam, an article': exam(4, '"缴存基数', 'Down'),
  'exam, a call': exam(5),
  'exam, all questions': exam(1, 'Enter', 'F3'),
  'exam, handing in': exam(1, 'Enter', 'F9'),
  'marks in an exam': { opens: (options) => sitsAtMarks(options, { hints: false }), keys: [] },
};

/** Waits until what stands there stands still. */
const still = async (sitting: Sitting<unknown>): Promise<string[]> => {
  let last = '';
  for (let same = 0; same < 3; ) {
    await new Promise((done) => setTimeout(done, 15));
    const now = sitting.text();
    same = now === last && now.trim() !== '' ? same + 1 : 0;
    last = now;
  }
  return sitting.screen.lines();
};

describe.each(languages)('%s', (language) => {
  it.each(sizes)('$columns×$rows', async ({ columns, rows }) => {
    const frames: string[] = [];
    for (const [name, { opens, keys }] of Object.entries(pictures)) {
      const sitting = opens({ columns, rows, language });
      await still(sitting);
      for (const key of keys) {
        if (key.startsWith('"')) sitting.types(key.slice(1));
        else sitting.press(key);
        await still(sitting);
      }
      expect(sitting.screen.overran(), name).toBe(false);
      frames.push(`${`== ${name} `.padEnd(columns, '=')}\n${sitting.screen.lines().join('\n')}`);
      await sitting.leaves();
    }
    await expect(`${frames.join('\n\n')}\n`).toMatchFileSnapshot(
      `../frames/practice-screens-${language}-${columns}x${rows}.txt`,
    );
  });
});
