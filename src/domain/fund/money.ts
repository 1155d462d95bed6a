import { grouped } from '../text/grouped.ts';

/** Fen as people read money: `1,234.56`, what went out with a minus. */
export const showFen = (fen: number): string => {
  const [yuan, rest] = [Math.trunc(Math.abs(fen) / 100), Math.abs(fen) % 100];
  return `${fen < 0 ? '-' : ''}${grouped(yuan)}.${String(rest).padStart(2, '0')}`;
};

/** Basis points as a percentage: 1200 is `12%`. */
export const showRatio = (basisPoints: number): string => `${basisPoints / 100}%`;

/** A rate in ten-millionths a year as a percentage: 260000 is `2.6%`. */
export const showRate = (tenMillionths: number): string => `${tenMillionths / 100_000}%`;
