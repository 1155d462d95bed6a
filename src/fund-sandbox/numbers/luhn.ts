const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];

/** The sum of a whole number's digits as Luhn counts them, the last one doubled when `last` says so, and every second from there. */
export const luhnSum = (value: number, last: 'doubled' | 'plain'): number => {
  let sum = 0;
  for (let [rest, twice] = [value, last === 'doubled']; rest > 0; twice = !twice) {
    const tens = Math.floor(rest / 10);
    const digit = rest - tens * 10;
    rest = tens;
    sum += twice ? doubled[digit]! : digit;
  }
  return sum;
};

/** The digit that makes a sum end in 0. */
export const luhnCheck = (sum: number): number => (10 - (sum % 10)) % 10;

/** The Luhn check digit of a whole number (ISO/IEC 7812-1, annex B): the last digit of a bank card. */
export const luhnDigit = (value: number): number => luhnCheck(luhnSum(value, 'doubled'));
