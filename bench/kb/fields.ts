import { type Field, fields } from '../../src/kb/search/entry.ts';
import type { Doc } from './engine.ts';

/** How much a field counts, for every engine that takes weights: the same ratios that our own index has. */
export const fieldWeight: Readonly<Record<Field, number>> = {
  title: 1.2,
  question: 1,
  keyword: 1,
  topic: 1,
  answer: 0.5,
  body: 0.25,
};

/** The fields that documents have; an engine need not look into others. */
export const fieldsOf = (docs: readonly Doc[]): Field[] => {
  const there = new Set(docs.flatMap(({ lines }) => lines.map(({ field }) => field)));
  return fields.filter((field) => there.has(field));
};

/** A document as an object with the lines of each field. */
export const byField = (doc: Doc): Partial<Record<Field, string[]>> => {
  const record: Partial<Record<Field, string[]>> = {};
  for (const { field, text } of doc.lines) {
    record[field] ??= [];
    record[field].push(text);
  }
  return record;
};

/** The same with one text a field. */
export const textByField = (doc: Doc): Partial<Record<Field, string>> =>
  Object.fromEntries(Object.entries(byField(doc)).map(([field, texts]) => [field, texts.join('\n')]));
