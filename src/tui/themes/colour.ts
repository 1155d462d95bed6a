/** Red, green and blue, each from 0 to 1. */
export type Rgb = readonly [number, number, number];

/** WCAG 2.2's relative luminance: 0 is black, 1 is white. */
export const luminance = (colour: Rgb): number => {
  const [red, green, blue] = colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
};
