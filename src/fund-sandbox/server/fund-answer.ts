import type { FundMapping } from '../../fund-wire/mapping.ts';
import type { Answer, Asked, OperationName, Question } from '../../fund-wire/operations.ts';
import { isWireObject } from '../../fund-wire/wire-path.ts';
import { writeAnswer } from '../../fund-wire/write-answer.ts';
import type { Sandbox } from '../sandbox.ts';
import { askedOfAnother } from './another.ts';
import { answers } from './answers.ts';
import type { FaultName } from './fault.ts';
import type { Outgoing } from './faulty-send.ts';
import { dropField, spoilCode } from './spoil.ts';

/** The sandbox's answer to a question as it goes over the wire, with a fault of its content where there is to be one. */
export const fundAnswer = (
  sandbox: Sandbox,
  mapping: FundMapping,
  { name, question }: { name: OperationName; question: Asked },
  fault: FaultName | undefined,
): Outgoing => {
  // The name says of which kind both the question and its answer are.
  const asked = (fault === 'wrong-account' ? askedOfAnother(sandbox, question) : question) as Question;
  const answer = answers[name] as (sandbox: Sandbox, question: Question) => Answer;
  const { status, body } = writeAnswer(mapping, name, asked, answer(sandbox, asked));
  if (isWireObject(body)) {
    if (fault === 'wrong-code') spoilCode(mapping, mapping.operations[name], body);
    if (fault === 'missing-field') dropField(mapping.operations[name], body);
  }
  return { status, text: JSON.stringify(body) };
};
