import path from 'node:path';
import { exitCode } from '../../../contract/exit-code.ts';
import { shippedPath } from '../../../files/shipped-path.ts';
import { type ExamData, readExamData, readExamTexts } from '../../../practice/exam/exam-data.ts';
import { faultWords } from '../../../practice/exam/fault.ts';
import type { Context } from '../../context.ts';
import { Failure } from '../../failure.ts';
import { refused } from '../../input/checked.ts';

/** The folder of practice that ships. @throws {Failure} exit 3 when the program was installed without it */
export const practiceFolder = ({ say }: Context): string => {
  const blueprints = shippedPath('practice/blueprints');
  if (blueprints === undefined) throw new Failure('no_exam_data', exitCode.notFound, say('exam.no-data'));
  return path.dirname(blueprints);
};

/** Questions and blueprints as they ship. @throws {Failure} exit 3 without them, exit 7 when one has a wrong form */
export const shippedExamData = (context: Context): ExamData => {
  const data = readExamData(readExamTexts(practiceFolder(context)));
  if (data.faults.length === 0) return data;
  throw refused(
    context,
    data.faults.map((fault) => ({
      field: `${fault.file}:${fault.line}`,
      problem: faultWords(fault, context.language),
    })),
  );
};
