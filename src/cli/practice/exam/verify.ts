import { existsSync } from 'node:fs';
import { exitCode } from '../../../contract/exit-code.ts';
import type { ExamFolder } from '../../../practice/exam/exam-folder.ts';
import type { JournalFaultCode } from '../../../practice/exam/journal/read-journal.ts';
import { holds, type Verified, type VerifiedExam, verifyFile, verifyFolder } from '../../../practice/exam/verify.ts';
import type { Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { refused } from '../../input/checked.ts';
import { remark, show } from '../../output/show.ts';
import type { Work } from '../../run.ts';
import { term } from '../../words/words.ts';
import { inFolder } from './exam-desk.ts';
import { textOf } from './item-view.ts';

type FaultCode = JournalFaultCode | 'other-head';

interface Found extends Omit<VerifiedExam, 'faults'> {
  readonly faults: readonly { readonly line: number; readonly code: FaultCode }[];
}

/** What was named: exams of this machine by id, journals by file. @throws {Failure} exit 3 for what is neither */
const verify = (context: Context, folder: ExamFolder, named: readonly string[]): Verified => {
  if (named.length === 0) return verifyFolder(folder);
  const ids = new Set([...folder.ids(), ...folder.register().seals.keys()]);
  const unknown = named.find((what) => !ids.has(what) && !existsSync(what));
  if (unknown !== undefined) {
    throw new Failure('not_found', exitCode.notFound, context.say('exam.none', { exam: unknown }), {
      hint: context.say('exam.none.hint'),
    });
  }
  const here = named.filter((what) => ids.has(what));
  const files = named.filter((what) => !ids.has(what)).map(verifyFile);
  const found = here.length > 0 ? verifyFolder(folder, here) : { exams: [], register: [], gone: [] };
  return { ...found, exams: [...found.exams, ...files] };
};

/** Held against the seal that a certificate has. */
const withHead = (exam: VerifiedExam, head: string | undefined): Found =>
  head === undefined || exam.head === head.trim().toLowerCase()
    ? exam
    : { ...exam, faults: [...exam.faults, { line: exam.entries, code: 'other-head' }] };

const examLines = ({ say, language }: Context, { exam, sealed, entries, head, faults }: Found): string[] => {
  if (faults.length > 0) {
    return faults.map(({ line, code }) =>
      say('exam.verify.fault', { exam, line, fault: term(language, 'examFault', code) }),
    );
  }
  return [
    sealed
      ? say('exam.verify.sealed', { exam, entries, head: head ?? '' })
      : say('exam.verify.open', { exam, entries }),
  ];
};

/** `practice exam verify`: exit 8 when anything is not as it was sealed. */
export const verifyExams: Work<[string[]], { head?: string }> = async (context, [named], { head }) => {
  const { say, language } = context;
  if (head !== undefined && named.length !== 1)
    throw refused(context, [{ field: 'head', problem: say('exam.verify.one') }]);
  const verified = inFolder(context, (folder) => verify(context, folder, named));
  const exams = verified.exams.map((exam) => withHead(exam, head));
  const ok = holds(verified) && exams.every(({ faults }) => faults.length === 0);
  const { register, gone } = verified;
  const document = {
    ok,
    exams: exams.map((exam) => ({
      ...exam,
      head: exam.head ?? null,
      faults: exam.faults.map((fault) => ({ ...fault, message: term(language, 'examFault', fault.code) })),
    })),
    register,
    gone,
  };
  await show(context, document, () =>
    textOf([
      ...exams.flatMap((exam) => examLines(context, exam)),
      ...register.map((line) => say('exam.verify.register', { line })),
      ...gone.map((exam) => say('exam.verify.gone', { exam })),
    ]),
  );
  const count = exams.length + gone.length;
  if (count === 0 && register.length === 0) remark(context, say('exam.verify.nothing'));
  else remark(context, ok ? say('exam.verify.ok', { count }) : say('exam.verify.bad', { count }));
  return ok ? exitCode.done : exitCode.checkFailed;
};
