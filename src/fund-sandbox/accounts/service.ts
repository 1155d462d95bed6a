import type { Community } from '../employers/community.ts';
import type { Life } from '../people/life.ts';
import { lifeOf } from '../people/population.ts';
import type { World } from '../world.ts';
import { type BasePeriod, basesOf } from './bases.ts';
import { type Career, careerOf } from './career.ts';
import { type Deposit, depositsOf } from './deposits.ts';
import { type Notice, noticesOf } from './notices.ts';

/** What a person's employers reported and paid in for them. */
export interface Service {
  readonly life: Life;
  readonly career: Career;
  readonly bases: readonly BasePeriod[][];
  readonly deposits: readonly Deposit[];
  readonly notices: readonly Notice[];
}

export const serviceOf = (world: World, community: Community, index: number): Service => {
  const life = lifeOf(world, index);
  const career = careerOf(world, community, life, index);
  const bases = basesOf(world, community, career, index);
  return {
    life,
    career,
    bases,
    deposits: depositsOf(world, community, career, bases),
    notices: noticesOf(world, community, life, career, bases, index),
  };
};
