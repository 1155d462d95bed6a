import { AccountNumber, PersonIdentity } from '../../../../domain/fund/records.ts';
import { nothingFound } from '../../../../fund-wire/answer.ts';
import type { Answer, Asked, OperationName, Question } from '../../../../fund-wire/operations.ts';
import { WireFault } from '../../../../fund-wire/wire-fault.ts';
import { type FundObserver, type FundRequest, FundUnavailable } from '../../../ports/fund.ts';
import { AttemptFault } from './attempt-fault.ts';
import { type AttemptParts, attemptUntilAnswered } from './attempts.ts';
import type { CircuitBreaker, Health } from './circuit-breaker.ts';
import { Deadline } from './deadline.ts';
import type { Gate } from './gate.ts';

export interface AskerParts extends AttemptParts {
  /** Of a question with all its attempts, waiting for its turn included. */
  readonly timeoutMs: number;
  readonly gate: Gate;
  readonly breaker: CircuitBreaker;
  readonly observer: Pick<FundObserver, 'answered'>;
}

/** What no fund has cannot be found, and need not be said to anybody; nor may it become part of an address. */
const isPossible = ({ account, idNumber }: Asked): boolean =>
  (account === undefined || AccountNumber.safeParse(account).success) &&
  (idNumber === undefined || PersonIdentity.shape.idNumber.safeParse(idNumber).success);

const isEmpty = (answer: unknown): boolean =>
  answer === undefined || (Array.isArray(answer) ? answer.length === 0 : (answer as { total?: number }).total === 0);

/** What an error means; one that nobody foresaw is a mistake of the program and not of the fund. */
const faultOf = (error: unknown, { signal }: Deadline): AttemptFault | undefined => {
  if (signal.aborted) return new AttemptFault('late', 'deadline');
  // Readable, but not as agreed: one record may be wrong, and the fund in good health.
  if (error instanceof WireFault) return new AttemptFault('garbled', error.message, { health: 'up' });
  return error instanceof AttemptFault ? error : undefined;
};

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
    let attempts = 0;
    const tell = (outcome: Parameters<FundObserver['answered']>[0]['outcome']): void =>
      observer.answered({ operation: name, outcome, ms: clock.now() - began, attempts });
    const begun = (): void => {
      attempts += 1;
    };
    try {
      deadline.signal.throwIfAborted();
      const answer = isPossible(question as Asked)
        ? await this.inTurn({ name, question, requestId: request.id, deadline, begun })
        : (nothingFound(name, question as Asked) as Answer<N>);
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
    asking: Parameters<typeof attemptUntilAnswered<N>>[1],
  ): Promise<Answer<N>> {
    const { gate, breaker } = this.parts;
    const { deadline } = asking;
    // Before it waits in a row, and after.
    breaker.check();
    const leave = await gate.enter(deadline.signal).catch((error: unknown) => {
      throw deadline.signal.aborted && !deadline.abandoned ? new FundUnavailable('busy') : error;
    });
    try {
      const report = breaker.enter();
      let health: Health = 'unknown';
      try {
        const answer = await attemptUntilAnswered(this.parts, asking);
        health = 'up';
        return answer;
      } catch (error) {
        const fault = deadline.abandoned ? undefined : faultOf(error, deadline);
        if (!fault) throw error;
        health = fault.health;
        throw new FundUnavailable(fault.fault, { cause: fault, retryAfterMs: fault.retryAfterMs });
      } finally {
        report(health);
      }
    } finally {
      leave();
    }
  }
}
