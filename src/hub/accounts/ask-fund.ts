import { type FundPort, type FundRequest, FundUnavailable } from '../ports/fund.ts';
import { RequestError } from '../request-error.ts';
import type { Services } from '../services.ts';
import { appendQuery } from './query-events.ts';

/** Who asks, in which call and for what; `id` names the question in the fund's logs and in ours. */
export interface Question {
  id: string;
  user: string;
  call: string;
  ticket: string;
  data: Record<string, string>;
}

/** How long a query may take in all, however many questions it needs: less than a seat waits for the hub. Milliseconds. */
const longestMs = 8_000;

/** The answer, or `late` when its time is over, whatever the adapter still does. */
const inTime = async <T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const over = new AbortController();
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new FundUnavailable('late'));
    over.abort();
  }, longestMs);
  try {
    return await Promise.race([ask(over.signal), promise]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Asks the fund while the line goes on. That it did not answer is in the audit log.
 * @throws {RequestError} no_fund, fund_unavailable
 */
export const askFund = async <T>(
  services: Services,
  question: Question,
  ask: (fund: FundPort, request: FundRequest) => Promise<T>,
): Promise<T> => {
  const { fund } = services;
  if (!fund) throw new RequestError('no_fund');
  try {
    return await inTime((signal) => ask(fund, { id: question.id, signal }));
  } catch (error) {
    if (!(error instanceof FundUnavailable)) throw error;
    const data = { ...question.data, fault: error.fault };
    await services.writer.write((work) => appendQuery(work, { ...question, type: 'query.unanswered', data }));
    const wait = error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs };
    throw new RequestError('fund_unavailable', { fault: error.fault, ...wait }, error);
  }
};
