import { isCitizenNumber } from '../../domain/fund/citizen-number.ts';
import { type DayNumber, dayNumber, dayText } from '../calendar/day.ts';
import { citizenNumber, mobileNumber, nobodysPlace } from '../numbers/outside-numbers.ts';
import type { World } from '../world.ts';
import { birthOf, isMale } from './population.ts';

/** Who has which citizen number. */
export interface Identities {
  idNumber(index: number): string;
  /** The person with this citizen number. */
  indexOf(idNumber: string): number | undefined;
}

/** Sequence numbers of one day: a pair a person, of which one is for men. They are given out in leaps, and `back` undoes a leap. */
const pairs = 500;
const leap = 277;
const back = 213;

/**
 * The citizen numbers of all, as a birthday and a place among those born on it: a few bytes a person. People born on one day are
 * numbered in the order of their indexes, so a number does not depend on how many people there are.
 */
export const identitiesOf = (world: World): Identities => {
  const births = Int32Array.from({ length: world.people }, (_, index) => birthOf(world, index));
  const order = Uint32Array.from(births.keys()).sort((a, b) => births[a]! - births[b]! || a - b);
  const places = new Uint16Array(world.people);
  for (let at = 1; at < order.length; at++) {
    const sameDay = births[order[at]!] === births[order[at - 1]!];
    places[order[at]!] = sameDay ? places[order[at - 1]!]! + 1 : 0;
  }
  /** The first in `order` who was born on this day or later. */
  const firstBorn = (day: DayNumber): number => {
    let [low, high] = [0, order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (births[order[middle]!]! >= day) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const startOf = (day: DayNumber): number => (((day * leap + world.seed) % pairs) + pairs) % pairs;
  const idNumber = (index: number): string => {
    const [place, day] = [places[index]!, births[index]!];
    if (place >= pairs) throw new RangeError('sandbox: too many people were born on one day');
    const pair = (startOf(day) + place * leap) % pairs;
    return citizenNumber(dayText(day).replaceAll('-', ''), pair * 2 + (isMale(world, index) ? 1 : 0));
  };
  return {
    idNumber,
    indexOf(text) {
      if (!isCitizenNumber(text) || !text.startsWith(nobodysPlace)) return undefined;
      const day = dayNumber(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`);
      const pair = Math.floor(Number(text.slice(14, 17)) / 2);
      const place = ((pair + pairs - startOf(day)) * back) % pairs;
      const index = order[firstBorn(day) + place];
      return index !== undefined && idNumber(index) === text ? index : undefined;
    },
  };
};

/** A step without a common divisor with 10^8, so that no two of 10^8 people get one number. */
const step = 38_196_601;

export const phoneOf = ({ seed }: World, index: number): string =>
  mobileNumber(((((index + 1) * step) % 1e8) + (seed % 1e8)) % 1e8);
