import { WireNumber } from '../wire-json.ts';

/** How a number is written in JSON: "1234.50" or 1234.50. */
export type Written = 'text' | 'number';

const written = (wire: unknown, as: Written): string | undefined => {
  if (as === 'number') return wire instanceof WireNumber ? wire.text : undefined;
  return typeof wire === 'string' ? wire : undefined;
};

/**
 * A decimal as a whole number of its last place (`places` behind the point), exactly; undefined when it is none: more places,
 * an exponent, a sign before zero, a plus, spaces, separators, or beyond what is exact.
 */
export const readDecimal = (wire: unknown, places: number, as: Written): number | undefined => {
  const match = /^(-?)(0|[1-9]\d{0,15})(?:\.(\d{1,7}))?$/.exec(written(wire, as) ?? '');
  if (!match) return undefined;
  const [, sign, whole, fraction = ''] = match;
  if (fraction.length > places) return undefined;
  const value = Number(`${whole}${fraction.padEnd(places, '0')}`);
  if (!Number.isSafeInteger(value) || (sign && value === 0)) return undefined;
  return sign ? -value : value;
};

/** The decimal of a whole number of its last place. Text has all places, so that money looks like money. */
export const writeDecimal = (value: number, places: number, as: Written): string | number => {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const at = digits.length - places;
  const text = `${value < 0 ? '-' : ''}${digits.slice(0, at)}${places > 0 ? `.${digits.slice(at)}` : ''}`;
  return as === 'text' ? text : Number(text);
};

/** A whole number; as text it may have leading zeros, as the standard's VARCHAR(2) days have. */
export const readWhole = (wire: unknown, as: Written): number | undefined => {
  const text = written(wire, as) ?? '';
  if (!(as === 'text' ? /^-?\d{1,16}$/ : /^-?(0|[1-9]\d{0,15})$/).test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) && !Object.is(value, -0) ? value : undefined;
};

export const writeWhole = (value: number, as: Written): string | number => (as === 'text' ? String(value) : value);
