import { citizenCheckCharacter } from '../../domain/fund/citizen-number.ts';
import { creditCheckCharacter } from '../../domain/fund/credit-code.ts';
import { luhnDigit } from './luhn.ts';

/** Numbers that others than a fund give out, with right check digits, of series in which nobody ever got one. */

/** Shandong (37) has no prefecture 99, so no office has ever registered anybody there (GB/T 2260). */
export const nobodysPlace = '379900';

/** @param birth `YYYYMMDD` @param sequence 0 to 999, odd for men */
export const citizenNumber = (birth: string, sequence: number): string => {
  const digits = `${nobodysPlace}${birth}${String(sequence).padStart(3, '0')}`;
  return digits + citizenCheckCharacter(digits);
};

/** 154 is a range of mobile numbers that was never given out in China. @param value below 10^8 */
export const mobileNumber = (value: number): string => `154${String(value).padStart(8, '0')}`;

/**
 * A bank account of 16 digits. 9 says that a country's own body numbers the issuers, three digits which country's (ISO/IEC 7812-1);
 * 000 is no country (ISO 3166-1), so 9000 is no bank. @param value below 10^11
 */
export const bankAccountNumber = (value: number): string => {
  const body = 9000 * 1e11 + value;
  return `${body}${luhnDigit(body)}`;
};

/** The check character of an organization code (GB 11714-1997): weights 3 7 9 10 5 8 4 2, modulus 11. */
const organizationCheck = (body: string): string => {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return '0X987654321'[sum % 11]!;
};

/** A unified social credit code (GB 32100-2015) of a company (91) registered at nobody's place. @param value below 10^8 */
export const creditCode = (value: number): string => {
  const organization = String(value).padStart(8, '0');
  const body = `91${nobodysPlace}${organization}${organizationCheck(organization)}`;
  return body + creditCheckCharacter(body);
};
