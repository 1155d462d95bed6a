import { createHash } from 'node:crypto';
import { employersACommunity } from '../employers/habits.ts';
import { communityOf, employersOf, peopleOf } from '../people/population.ts';
import type { Sandbox } from '../sandbox.ts';

/** The SHA-256 of every byte of a sandbox's books, community by community. */
export const digestOf = (sandbox: Sandbox): string => {
  const hash = createHash('sha256');
  for (let community = 0; community <= communityOf(sandbox.people - 1); community++) {
    const { from, to } = peopleOf(sandbox.world, community);
    for (let index = from; index < to; index++) hash.update(JSON.stringify(sandbox.person(index)));
    for (let slot = 0; slot < employersOf(sandbox.world, community); slot++)
      hash.update(JSON.stringify(sandbox.employerBook(community * employersACommunity + slot)));
  }
  return hash.digest('hex');
};
