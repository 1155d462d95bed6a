import { expect, it } from 'vitest';
import { sizes } from '../pictures.ts';
import { items, sitsAtExam } from './exam-paper.ts';
import { sitsAtMarks, sitsAtMenu } from './open.ts';
import { marks, marksOptions, menuOptions, scenarios } from './school-data.ts';
import type { Sitting } from './sitting.ts';

/** What must never reach a terminal, and what is merely awkward. */
const hostile = {
  'escape sequences': '\x1b[31m红\x1b[2J\x1b[10;10H字\x1b]52;c;aGk=\x07完\x1bc',
  'C1 controls and bells': 'a\x9b31mb\x07c\x90q\x9cd\r\ne\tf\x00g\x7fh',
  'bidi overrides': '\u202eabc\u202c \u2066def\u2069 \u200f中\u200e',
  'combining marks': `Z${'\u0301'.repeat(60)}alg${'\u0336'.repeat(40)}o`,
  emoji: '👨‍👩‍👧‍👦👍🏽🇨🇳❤️1️⃣',
  'one long word': 'W'.repeat(2000),
  'many lines': Array.from({ length: 300 }, (_, at) => `第${at}行`).join('\n'),
};

const forbidden = /\x1b\[31m红|\x1b\[2J\x1b\[10|\x1b\]52|\x1bc|\x9b|\x90|\u202e|\u2066|\u200f/;

const looks = async (sitting: Sitting<unknown>, keys: readonly string[]): Promise<void> => {
  await sitting.sees('F2');
  for (const key of keys) {
    sitting.press(key);
    await new Promise((done) => setTimeout(done, 40));
    expect(sitting.screen.overran(), key).toBe(false);
    expect(sitting.screen.lines()[0]).toMatch(/^ 练习 .* 练习 ?$/);
    // Frames close at the edge.
    for (const line of sitting.screen.lines()) if (/^[┏┇┗┌┆└]/.test(line)) expect(line).toMatch(/[┓┇┛┐┆┘]$/);
  }
  expect(sitting.screen.raw).not.toMatch(forbidden);
};

it.each(Object.entries(hostile))('%s do no harm', async (_name, text) => {
  for (const size of sizes.slice(0, 2)) {
    const spoilt = scenarios.map((scenario) => ({
      ...scenario,
      title: text,
      teaches: text,
      model_answer: text,
      handed_over: { ...scenario.handed_over, question: text, tried: text },
    }));
    const menu = sitsAtMenu(size, {
      trainee: text,
      scenarios: spoilt,
      progress: {
        ...menuOptions.progress,
        today: menuOptions.progress.today.map((one) => ({ ...one, scenario: spoilt[0]! })),
      },
      results: menuOptions.results.map((result) => ({ ...result, title: text, lost: [text], vetoed: [text] })),
      topicOf: () => ({ name: text, group: text, articles: [{ id: text, title: text }] }),
      exams: {
        blueprints: [{ id: text, title: text, minutes: 10, about: text, questions: 10, pass: 60 }],
        open: [{ id: text, title: text, endsAt: 0 }],
      },
    });
    await looks(menu, ['F3', 'F4', 'F5', 'F6', 'F7', 'F2']);
    const sitting = sitsAtMarks(size, {
      scenario: spoilt[0]!,
      recording: {
        ...marksOptions.recording,
        text,
        steps: [
          { do: 'say', at: 0, text },
          { do: 'citizen', at: 9, text, mood: 'calm' },
          {
            do: 'dispatch',
            at: 10,
            unit: text,
            reason: text,
            urgency: 'urgent',
            category: null,
            topic: null,
            answer: null,
          },
          { do: 'move', at: 10, domain: text, note: text },
          { do: 'second-caller', at: 12, name: text },
        ],
      },
      marks: {
        ...marks,
        marks: marks.marks.map((mark) => ({ ...mark, about: text, steps: [0, 1, 99], details: { text }, line: 1 })),
      },
      titleOf: () => text,
      topicName: (id) => id,
      disputes: marks.marks.map(({ id }) => ({ mark: id, note: text })),
    });
    await looks(sitting, ['F3', 'F4', 'F2', 'Down', 'F8']);
    const exam = sitsAtExam(size, {
      title: text,
      trainee: text,
      items: items.map((item) => ({
        ...item,
        text,
        ...('choices' in item && { choices: item.choices.map((choice) => ({ ...choice, text })) }),
      })) as typeof items,
      find: () => [{ id: text, title: text }],
    });
    await looks(exam.sitting, ['Down', 'Enter', 'Tab', 'Tab', 'Tab', 'a', 'Tab', 'F3', 'F9']);
  }
});
