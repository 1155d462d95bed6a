import type { HubClient } from '../../client/hub-client.ts';
import type { CorrectionView } from '../../contract/shapes/knowledge.ts';
import type { SeatModel } from './model.ts';

const remembered = 100;

/** The newest own corrections; none when the hub does not answer, for the stream tells of what happens later. */
export const loadOwnCorrections = async (
  client: HubClient,
  signal: AbortSignal,
): Promise<readonly CorrectionView[]> => {
  const query = { mine: 'true', limit: remembered };
  const reply = await client.call('kb.corrections', { query, signal }).catch(() => undefined);
  return reply?.corrections ?? [];
};

/** A correction with its answer. */
export type Answered = CorrectionView & { readonly answeredAt: string; readonly answer: string };

/** The answers that this person has not been told yet, the newest last. */
export const answersToTell = ({ corrections, use }: SeatModel): readonly Answered[] =>
  [...corrections.values()]
    .filter((correction): correction is Answered => correction.answeredAt !== null && correction.answer !== null)
    .filter(({ answeredAt }) => answeredAt > (use.answersToldUntil ?? ''))
    .sort((a, b) => (a.answeredAt < b.answeredAt ? -1 : 1));
