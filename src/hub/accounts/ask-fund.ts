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

/**
 * Asks the fund while the line goes on. That it did not answer is in the audit log.
 * @throws {RequestError} no_fund, fund_unavailable
 */
export const askFund = async <T>(
  services: Services,
  question: Question,
  ask: (fund: FundPort, request: FundRequest) => Promise<T>,
): Promise<T> => {
  if (!services.fund) throw new RequestError('no_fund');
  try {
    return await ask(services.fund, { id: question.id });
  } catch (error) {
    if (!(error instanceof FundUnavailable)) throw error;
    const data = { ...question.data, fault: error.fault };
    await services.writer.write((work) => appendQuery(work, { ...question, type: 'query.unanswered', data }));
    const wait = error.retryAfterMs === undefined ? {} : { retryAfterMs: error.retryAfterMs };
    throw new RequestError('fund_unavailable', { fault: error.fault, ...wait }, error);
  }
};
