import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { engines, ours } from '../../bench/kb/engines/catalogue.ts';
import { keyPresses, queries } from '../../bench/kb/key-presses.ts';
import { measureLatency, percentile } from '../../bench/kb/latency.ts';
import { placeOf, qualityOf } from '../../bench/kb/quality.ts';
import { questions, questionsOf } from '../../bench/kb/questions.ts';
import { titles } from '../../bench/kb/titles.ts';
import { bigrams } from '../../bench/kb/tokens.ts';

const textOf = (doc: ReturnType<typeof titles>[number]): string => doc.lines[0]!.text;

describe('titles', () => {
  const some = titles(20_000);

  test('are distinct, of 8 to 30 characters, and without counting suffixes', () => {
    const texts = some.map(textOf);
    expect(new Set(texts).size).toBe(20_000);
    expect(new Set(some.map(({ id }) => id)).size).toBe(20_000);
    for (const text of texts) {
      expect(text.length).toBeGreaterThanOrEqual(8);
      expect(text.length).toBeLessThanOrEqual(30);
      expect(text).not.toMatch(/\d$/);
    }
  });

  test('are the same every time, and fewer are the beginning of more', () => {
    expect(titles(500)).toEqual(some.slice(0, 500));
  });

  test('some words are far more usual than others', () => {
    const holding = (word: string) => some.filter((doc) => textOf(doc).includes(word)).length;
    expect(holding('济南')).toBeGreaterThan(5 * holding('淄博'));
    expect(holding('淄博')).toBeGreaterThan(0);
  });
});

describe('questions', () => {
  test('the halves share nothing and leave nothing out', () => {
    const [tune, held] = [questionsOf('tune'), questionsOf('held')];
    expect(tune.length + held.length).toBe(questions.length);
    expect(new Set([...tune, ...held]).size).toBe(questions.length);
    expect(Math.abs(tune.length - held.length)).toBeLessThanOrEqual(1);
  });

  test('a sample holds every kind alike, and no question twice', () => {
    const sample = queries(150);
    expect(new Set(sample).size).toBe(150);
    const kindOf = new Map(questions.map(({ query, kind }) => [query, kind]));
    const counts = [...Map.groupBy(sample, (query) => kindOf.get(query)).values()].map((group) => group.length);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });

  test('a key press is a code point', () => {
    expect(keyPresses(['提取', 'a𠮷'])).toEqual(['提', '提取', 'a', 'a𠮷']);
  });
});

describe('measures', () => {
  test('a topic stands where it first appears', () => {
    expect(placeOf('b', ['a', 'a', 'b', 'a'])).toBe(2);
    expect(placeOf('c', ['a', 'b'])).toBe(0);
  });

  test('totals', () => {
    expect(qualityOf([1, 2, 0, 10])).toEqual({ questions: 4, first: 0.25, firstFive: 0.5, reciprocal: 0.4 });
  });

  test('percentiles', () => {
    const values = Array.from({ length: 100 }, (_, at) => at + 1);
    expect([0.5, 0.95, 0.99].map((share) => percentile(values, share))).toEqual([50, 95, 99]);
    expect(percentile([7], 0.95)).toBe(7);
  });

  test('an engine over its budget is measured on a sample and marked', () => {
    const presses = keyPresses(queries(20));
    const instant = { name: 'instant', build: () => {}, search: () => ['a', 'b'] };
    expect(measureLatency(instant, presses, 60_000)).toMatchObject({ sampled: false, results: 2 });
    const { sampled, measured } = measureLatency(instant, presses, 0.001);
    expect(sampled).toBe(true);
    expect(measured).toBeLessThan(presses.length);
  });
});

test('pairs of characters', () => {
  expect(bigrams('ＵＫ办理2025年登记，App 的')).toEqual(['uk', '办理', '2025', '年登', '登记', 'app', '的']);
  expect(bigrams('，。')).toEqual([]);
});

describe.each(Object.keys(engines))('%s', (name) => {
  const docs = titles(300);

  test('finds titles by themselves and by their beginnings', async () => {
    const engine = await engines[name]!();
    expect(engine.name).toBe(name);
    await engine.build(docs);
    for (const doc of docs.slice(0, 20)) {
      expect(engine.search(textOf(doc), 5)).toContain(doc.id);
      expect(engine.search(textOf(doc).slice(0, 1), 300).length).toBeGreaterThan(0);
    }
    expect(engine.search('公积金', 5).length).toBe(5);
    expect(engine.search('，', 5).length).toBeLessThanOrEqual(5);
  });
});

test('an index that was stored answers as the one it was written from', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-kb-'));
  try {
    const [built, loaded] = [await engines[ours]!(), await engines[ours]!()];
    built.build(titles(300));
    built.save!(path.join(folder, 'index'));
    loaded.load!(path.join(folder, 'index'));
    for (const query of keyPresses(queries(10))) expect(loaded.search(query, 20)).toEqual(built.search(query, 20));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
