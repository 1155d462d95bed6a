import { type DayNumber, dayIn } from '../calendar/day.ts';
import { castBorrower, castLife, isCast, namesakes } from '../cast/cast.ts';
import { employerFacts } from '../employers/employer.ts';
import { employersACommunity, isActive } from '../employers/habits.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';
import { drawnLife, type Life } from './life.ts';
import { nameOf } from './names.ts';

/** People who work for the same few employers and marry among themselves: what one has to do with another stays within it. */
export const communitySize = 200;

export const communityOf = (index: number): number => Math.floor(index / communitySize);
export const placeIn = (index: number): number => index % communitySize;

/** The people of a community, as far as there are any. */
export const peopleOf = (world: World, community: number): { from: number; to: number } => ({
  from: community * communitySize,
  to: Math.min(world.people, (community + 1) * communitySize),
});

/** How many employers a community has: each has a clerk, who is one of its people. */
export const employersOf = (world: World, community: number): number => {
  const { from, to } = peopleOf(world, community);
  return Math.max(0, Math.min(employersACommunity, to - from));
};

/** The clerk of an employer is the person of its number in the community. */
export const clerkOf = (employer: number): number =>
  Math.floor(employer / employersACommunity) * communitySize + (employer % employersACommunity);

/** The employer whose clerk this person is. */
export const clerksEmployer = (index: number): number | undefined =>
  placeIn(index) < employersACommunity ? communityOf(index) * employersACommunity + placeIn(index) : undefined;

const clerkLife = (world: World, employer: number): Life => {
  const { habit } = employerFacts(world, employer);
  return { standing: habit === 'new' ? 'just-opened' : isActive(habit) ? 'contributing' : 'sealed', rents: false };
};

export const lifeOf = (world: World, index: number): Life => {
  const employer = clerksEmployer(index);
  if (employer !== undefined) return clerkLife(world, employer);
  const cast = castLife(index);
  if (cast) return cast;
  const life = drawnLife(world.seed, index);
  // A family borrows once: the first of a couple is the borrower, if they are.
  const borrows = index % 2 === 1 && isCouple(world, index - 1) && drawnLife(world.seed, index - 1).loan;
  return borrows ? { ...life, loan: undefined, online: undefined } : life;
};

/** Whether the person at an even place and the one after them are married. */
const isCouple = (world: World, even: number): boolean => {
  if (even + 1 >= world.people || placeIn(even) < employersACommunity) return false;
  if (isCast(even) || isCast(even + 1)) return even === castBorrower;
  const working = [even, even + 1].every((index) => drawnLife(world.seed, index).standing === 'contributing');
  return working && new Draws(world.seed, 'couple', even).chance(60);
};

export const spouseOf = (world: World, index: number): number | undefined => {
  const even = index - (index % 2);
  if (!isCouple(world, even)) return undefined;
  return index === even ? even + 1 : even;
};

export const isMale = (world: World, index: number): boolean => {
  const like = namesakes.get(index) ?? index;
  const spouse = spouseOf(world, like);
  return spouse !== undefined && spouse < like ? !isMale(world, spouse) : new Draws(world.seed, 'sex', like).chance(52);
};

export const nameOfPerson = (world: World, index: number): string =>
  nameOf(world.seed, namesakes.get(index) ?? index, isMale(world, index));

/** Ages at which people retire here: 60 and 55, as it was for men and for women in offices until 2024. */
const retirementAge = (male: boolean): number => (male ? 60 : 55);

export const birthOf = (world: World, index: number): DayNumber => {
  const draws = new Draws(world.seed, 'birth', index);
  const { standing, loan } = lifeOf(world, index);
  const spouse = spouseOf(world, index);
  // Who could not be younger: a couple's first, so that the other, of about the same age, is of age too.
  const youngest = loan || spouse !== undefined ? 36 : 29;
  const oldest = retirementAge(isMale(world, index)) - 2;
  if (spouse !== undefined && spouse < index) return birthOf(world, spouse) + draws.between(-700, 700);
  const age = standing === 'retired' ? oldest + draws.between(4, 9) : draws.between(youngest, oldest);
  return dayIn(world.last - age * 12 - draws.below(12), draws.between(1, 31));
};
