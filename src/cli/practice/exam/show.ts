import type { Context } from '../../context.ts';
import { show } from '../../output/show.ts';
import type { Work } from '../../run.ts';
import { atDesk } from './exam-desk.ts';
import { examDocument, headLine, leftLine } from './exam-view.ts';
import { itemDocument, itemLines, textOf } from './item-view.ts';

const open = (context: Context, exam: string) => atDesk(context, exam, (desk) => desk.open(exam));

/** `practice exam show`: the paper and the answers so far; never what is right. */
export const showExam: Work<[string], object> = async (context, [exam]) => {
  const opened = open(context, exam);
  const { state } = opened;
  const { start, answers, seal } = state;
  const items = start.items.map((item) => itemDocument(item, answers.get(item.number)));
  await show(context, { ...examDocument(opened), items }, () =>
    textOf([
      headLine(context, exam, state),
      seal ? context.say(`exam.sealed.${seal.reason}`) : leftLine(context, opened),
      ...start.items.flatMap((item) => ['', ...itemLines(context, item, answers.get(item.number))]),
    ]),
  );
  return undefined;
};

/** `practice exam next`: the first question that has no answer yet. */
export const nextQuestion: Work<[string], object> = async (context, [exam]) => {
  const { say } = context;
  const opened = open(context, exam);
  const { start, answers, seal } = opened.state;
  const next = seal ? undefined : start.items.find(({ number }) => !answers.has(number));
  await show(context, { ...examDocument(opened), next: next ? itemDocument(next, undefined) : null }, () => {
    if (seal) return `${say(`exam.sealed.${seal.reason}`)}\n`;
    const lines = next ? itemLines(context, next, undefined) : [say('exam.none-open', { exam })];
    return textOf([...lines, leftLine(context, opened)]);
  });
  return undefined;
};
