import { parsePolicy } from '../../kb/parse-policy.ts';
import type { Policy } from '../../kb/policy.ts';
import type { Context } from '../context.ts';
import { readKnowledge } from '../kb/seat-knowledge.ts';

/** The figures that lie on this machine; needs neither a hub nor the index. @throws {Failure} exit 3 when there is no knowledge */
export const seatPolicy = async (context: Context): Promise<Policy> => {
  const { documents } = await readKnowledge(context);
  return parsePolicy(documents.find(({ id }) => id === 'policy')?.text ?? '[]').policy;
};
