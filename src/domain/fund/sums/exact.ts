/** Amounts are whole fen; what lies between is a quotient of big integers, so that nothing is lost before the one rounding. */

/** Rounds a quotient of non-negative numbers to the nearest whole, half upwards (四舍五入). */
export const halfUp = (numerator: bigint, denominator: bigint): bigint =>
  (2n * numerator + denominator) / (2n * denominator);

/** A whole number as the rest of the program holds it. @throws {RangeError} beyond what it can hold exactly */
export const wholeNumber = (value: bigint): number => {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`sums: ${value} is too large`);
  return number;
};
