import { randomUUID } from 'node:crypto';
import type { Pool } from 'undici';
import { readAnswer } from '../../../../fund-wire/answer.ts';
import type { FundMapping } from '../../../../fund-wire/mapping.ts';
import type { Answer, OperationName, Question } from '../../../../fund-wire/operations.ts';
import { type WireQuestion, writeQuestion } from '../../../../fund-wire/question.ts';
import { type SigningKey, sign } from '../../../../fund-wire/signature.ts';
import { checkAnswer } from './answer-checks.ts';
import { AttemptFault } from './attempt-fault.ts';
import { pauseBefore } from './backoff.ts';
import type { Clock } from './clock.ts';
import type { Deadline } from './deadline.ts';
import { exchange, type HttpRequest } from './exchange.ts';
import type { RetryBudget } from './retry-budget.ts';

/** What an attempt needs. */
export interface AttemptParts {
  readonly pool: Pool;
  readonly mapping: FundMapping;
  /** The base address's own path, without a slash at its end. */
  readonly basePath: string;
  readonly key: SigningKey | undefined;
  readonly largestBytes: number;
  readonly budget: RetryBudget;
  readonly clock: Clock;
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** A question on its way to an answer. */
export interface Asking<N extends OperationName> {
  readonly name: N;
  readonly question: Question<N>;
  readonly requestId: string;
  readonly deadline: Deadline;
  /** Tells that one more attempt begins. */
  readonly begun: () => void;
}

const mostAttempts = 3;

const refusalFaults = { denied: 'up', busy: 'down', failing: 'down' } as const;

const requestOf = ({ basePath, key, clock }: AttemptParts, question: WireQuestion, requestId: string): HttpRequest => {
  const path = `${basePath}${question.path}`;
  const { method, body } = question;
  return {
    method,
    path,
    body,
    headers: {
      accept: 'application/json',
      'accept-encoding': 'identity',
      'user-agent': 'expert-seat',
      'x-request-id': requestId,
      ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
      ...question.headers,
      // Anew for each attempt: a fund refuses what it has seen before.
      ...(key && sign({ method, path, body: body ?? '' }, key, clock.wall(), randomUUID())),
    },
  };
};

const attempt = async <N extends OperationName>(
  parts: AttemptParts,
  { name, question, requestId, deadline }: Asking<N>,
): Promise<Answer<N>> => {
  const { pool, mapping, clock } = parts;
  const request = requestOf(parts, writeQuestion(mapping, name, question), requestId);
  const received = await exchange(pool, parts, request, deadline, clock.wall());
  const read = readAnswer(mapping, name, question, received);
  if (read.outcome !== 'answered') {
    throw new AttemptFault(read.outcome, 'outcome', { health: refusalFaults[read.outcome] });
  }
  checkAnswer(name, question, read.answer);
  return read.answer;
};

/**
 * Asks until there is an answer, it is not worth asking again, or the time or the budget does not allow it. All questions only read, so
 * that asking twice does no harm.
 * @throws {AttemptFault} what the last attempt came to
 * @throws {WireFault} the answer is not as agreed
 * @throws the deadline's reason when its time is over
 */
export const attemptUntilAnswered = async <N extends OperationName>(
  parts: AttemptParts,
  asking: Asking<N>,
): Promise<Answer<N>> => {
  const { budget, random } = parts;
  const { deadline } = asking;
  budget.earn();
  for (let count = 0; ; count++) {
    asking.begun();
    try {
      return await attempt(parts, asking);
    } catch (error) {
      if (!(error instanceof AttemptFault) || !error.worthRetrying || count + 1 >= mostAttempts) throw error;
      const pause = pauseBefore(count, random(), error.retryAfterMs);
      if (pause >= deadline.left() || !budget.spend()) throw error;
      await deadline.pause(pause);
    }
  }
};
