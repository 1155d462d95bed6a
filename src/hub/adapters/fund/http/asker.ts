import { randomUUID } from 'node:crypto';
import type { Pool } from 'undici';
import { AccountNumber, PersonIdentity } from '../../../../domain/fund/records.ts';
import { nothingFound, readAnswer } from '../../../../fund-wire/answer.ts';
import type { FundMapping } from '../../../../fund-wire/mapping.ts';
import type { Answer, Asked, OperationName, Question } from '../../../../fund-wire/operations.ts';
import { writeQuestion } from '../../../../fund-wire/question.ts';
import { type SigningKey, sign } from '../../../../fund-wire/signature.ts';
import { WireFault } from '../../../../fund-wire/wire-fault.ts';
import { type FundObserver, type FundRequest, FundUnavailable } from '../../../ports/fund.ts';
import { checkAnswer } from './answer-checks.ts';
import { AttemptFault } from './attempt-fault.ts';
import { pauseBefore } from './backoff.ts';
import type { CircuitBreaker, Health } from './circuit-breaker.ts';
import type { Clock } from './clock.ts';
import { Deadline } from './deadline.ts';
import { exchange, type HttpRequest } from './exchange.ts';
import type { Gate } from './gate.ts';
import type { RetryBudget } from './retry-budget.ts';

/** What asking needs, put together by http-fund.ts. */
export interface AskerParts {
  readonly pool: Pool;
  readonly mapping: FundMapping;
  /** The base address's own path, without a slash at its end. */
  readonly basePath: string;
  readonly key: SigningKey | undefined;
  readonly timeoutMs: number;
  readonly largestBytes: number;
  readonly gate: Gate;
  readonly breaker: CircuitBreaker;
  readonly budget: RetryBudget;
  readonly clock: Clock;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly observer: Pick<FundObserver, 'answered'>;
}

const mostAttempts = 3;

const isEmpty = (answer: unknown): boolean =>
  answer === undefined || (Array.isArray(answer) ? answer.length === 0 : (answer as { total?: number }).total === 0);

/** Asks one question after another, and sees to it that each ends: in an answer that was checked, or in a fault that is told. */
export class Asker {
  private readonly parts: AskerParts;

  constructor(parts: AskerParts) {
    this.parts = parts;
  }

  /**
   * @throws {FundUnavailable}
   * @throws the signal's reason when nobody waits any more
   */
  async ask<N extends OperationName>(name: N, question: Question<N>, request: FundRequest): Promise<Answer<N>> {
    const { clock, timeoutMs, observer } = this.parts;
    const began = clock.now();
    const deadline = new Deadline(timeoutMs, request.signal, clock);
    const attempts = { count: 0 };
    const tell = (outcome: Parameters<FundObserver['answered']>[0]['outcome']): void =>
      observer.answered({ operation: name, outcome, ms: clock.now() - began, attempts: attempts.count });
    try {
      const answer = await this.inTurn(name, question, request, deadline, attempts);
      tell(isEmpty(answer) ? 'absent' : 'found');
      return answer;
    } catch (error) {
      if (error instanceof FundUnavailable) tell(error.fault);
      throw error;
    } finally {
      deadline.end();
    }
  }

  private async inTurn<N extends OperationName>(
    name: N,
    question: Question<N>,
    { id }: FundRequest,
    deadline: Deadline,
    attempts: { count: number },
  ): Promise<Answer<N>> {
    const { gate, breaker, mapping } = this.parts;
    deadline.signal.throwIfAborted();
    // What no fund has cannot be found, and need not be said to anybody; nor may it become part of an address.
    if (!isPossible(question)) return nothingFound(name, question) as Answer<N>;
    breaker.check();
    const leave = await gate.enter(deadline.signal).catch((error: unknown) => {
      throw deadline.signal.aborted && !deadline.abandoned ? new FundUnavailable('busy') : error;
    });
    try {
      const report = breaker.enter();
      const { answer, health, error } = await this.attemptAll(name, question, id, deadline, attempts);
      report(health);
      if (error !== undefined) throw error;
      return answer as Answer<N>;
    } finally {
      leave();
    }
  }
}
