import type { Loan } from '../../domain/fund/records.ts';
import { addressOf } from '../employers/employer-names.ts';
import { Draws } from '../random/draws.ts';

const wholeHundredYuan = 10_000;

/** The home that a loan of this amount (fen) went into. */
export const propertyOf = (seed: number, amount: number, index: number): NonNullable<Loan['property']> => {
  const draws = new Draws(seed, 'property', index);
  const share = draws.between(30, 70);
  const price = Math.ceil((amount * 100) / share / wholeHundredYuan) * wholeHundredYuan;
  return {
    address: `${addressOf(draws)}${draws.between(1, 30)}号楼${draws.between(1, 4)}单元${draws.between(1, 18)}0${draws.between(1, 4)}室`,
    area: draws.between(6000, 14_400),
    price,
    downPayment: price - amount,
  };
};
