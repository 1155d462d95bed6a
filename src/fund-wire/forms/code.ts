import { WireNumber } from '../wire-json.ts';

/** Their codes to ours. */
export type Translation = Readonly<Record<string, string>>;

/** A code as text, however the other side writes it: "01", or the number 1. */
export const codeText = (wire: unknown): string | undefined =>
  typeof wire === 'string' ? wire : wire instanceof WireNumber ? wire.text : undefined;

/** Our code for theirs; undefined for one that is not in the table. */
export const readCode = (wire: unknown, translation: Translation): string | undefined => {
  const theirs = codeText(wire);
  return theirs !== undefined && Object.hasOwn(translation, theirs) ? translation[theirs] : undefined;
};

/** Their code for ours, the first that means it; undefined when they have none. */
export const writeCode = (ours: string, translation: Translation): string | undefined =>
  Object.entries(translation).find(([, code]) => code === ours)?.[0];
