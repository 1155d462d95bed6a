const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** The check character over the first 17 digits of a citizen number (GB 11643-1999, ISO 7064 MOD 11-2). */
export const citizenCheckCharacter = (digits: string): string => {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return checkCharacters[sum % 11]!;
};

/** As it is compared: half-width, capital X, no spaces. */
export const foldCitizenNumber = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

/** Whether this is an 18-character citizen number with a real birth date and the right check character. */
export const isCitizenNumber = (text: string): boolean => {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false;
  const birth = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const time = Date.parse(`${birth}T00:00:00Z`);
  const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(birth);
  return real && citizenCheckCharacter(text) === text[17];
};
