/** The alphabet of GB 32100-2015: no I, O, S, V, Z. A character's value is its place. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check character over the first 17 characters of a unified social credit code (GB 32100-2015): weights are powers of 3 mod 31. */
export const creditCheckCharacter = (body: string): string => {
  let weight = 1;
  let sum = 0;
  for (const character of body.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31]!;
};

/** Whether this is an 18-character unified social credit code with the right check character. */
export const isCreditCode = (text: string): boolean =>
  new RegExp(`^[${alphabet}]{18}$`).test(text) && creditCheckCharacter(text) === text[17];
