import { exitCode } from '../../contract/exit-code.ts';
import { Dispute, noteDispute } from '../../practice/records/dispute.ts';
import { marksAgain } from '../../practice/records/remark.ts';
import { Failure } from '../failure.ts';
import { checked } from '../input/checked.ts';
import { show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { openSchool } from './school.ts';

/** `practice dispute RUN MARK --note TEXT`: for the trainer to look at; the mark stays. */
export const disputeMark: Work<[string, string], { note: string }> = async (context, [id, mark], { note }) => {
  const { say } = context;
  const school = await openSchool(context);
  const result = school.runs.results().results.find((one) => one.id === id || one.id.startsWith(id));
  const recording = result && school.runs.recording(result.id);
  const again = recording && marksAgain(recording, school.library.rules);
  if (!result || !again) throw new Failure('not_found', exitCode.notFound, say('practice.no-run', { id }));
  if (!again.marks.marks.some((one) => one.id === mark))
    throw new Failure('not_found', exitCode.notFound, say('practice.no-mark', { mark }), {
      hint: say('practice.no-mark.hint', { run: result.id.slice(0, 8) }),
    });
  const dispute = checked(context, Dispute, { at: new Date().toISOString(), run: result.id, mark, note });
  noteDispute(school.runs.dir, dispute);
  await show(context, { dispute }, () => `${say('practice.dispute.noted')}\n`);
  return undefined;
};
