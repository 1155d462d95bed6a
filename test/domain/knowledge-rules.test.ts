import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCorrection, type Correction, correctionStates } from '../../src/domain/knowledge/correction.ts';
import { documentIdPattern, kindOfDocument } from '../../src/domain/knowledge/document.ts';
import { openStates, type Version, type VersionState, versionStates } from '../../src/domain/knowledge/version.ts';
import * as rules from '../../src/domain/knowledge/version-rules.ts';
import { textHash, wholeHash } from '../../src/domain/knowledge/whole-hash.ts';
import { Refusal } from '../../src/domain/refusal.ts';

const text = {
  document: 'gjj-0001',
  kind: 'article' as const,
  text: '正文',
  title: '标题',
  topic: 'gjj.wd.rent',
  domain: 'gongjijin',
  effective: null,
};
const version = (state: VersionState, change: Partial<Version> = {}): Version => ({
  ...text,
  version: 3,
  state,
  author: 'author',
  note: '新写',
  at: 1,
  steps: [],
  ...change,
});
const act = (by = 'approver'): rules.Act => ({ by, note: '因为', now: 2 });

/** The outcome of an action: the refusal's code, or the new state. */
const outcome = (run: () => Version): string => {
  try {
    return run().state;
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return (error as Refusal).code;
  }
};

const actions: Record<string, (of: Version) => Version> = {
  draft: (of) => rules.draft(of, text, of.version, act()).saved,
  submit: (of) => rules.submit(of, act()),
  return: (of) => rules.sendBack(of, act()),
  publish: (of) => rules.publish(of, null, act()).published,
  'publish own': (of) => rules.publish(of, null, act('author')).published,
  retire: (of) => rules.retire(of, act()),
};

const no = 'version_state';
/** What each action comes to in each state of the version it is about. */
const table: Record<keyof typeof actions, Record<VersionState, string>> = {
  draft: { draft: 'draft', review: no, published: 'draft', superseded: 'draft', retired: 'draft', abandoned: 'draft' },
  submit: { draft: 'review', review: no, published: no, superseded: no, retired: no, abandoned: no },
  return: { draft: no, review: 'draft', published: no, superseded: no, retired: no, abandoned: no },
  publish: { draft: no, review: 'published', published: no, superseded: no, retired: no, abandoned: no },
  'publish own': { draft: no, review: 'own_article', published: no, superseded: no, retired: no, abandoned: no },
  retire: { draft: no, review: no, published: 'retired', superseded: no, retired: no, abandoned: no },
};

describe('a version', () => {
  it.each(Object.keys(actions).flatMap((action) => versionStates.map((state) => [action, state] as const)))(
    '%s when %s',
    (action, state) => {
      expect(outcome(() => actions[action]!(version(state)))).toBe(table[action]![state]);
    },
  );

  it('keeps its text, author and earlier steps through every step', () => {
    const first = rules.submit(version('draft'), act('author'));
    const second = rules.sendBack(first, act());
    const third = rules.publish(rules.submit(second, act('author')), null, act()).published;
    expect(third.steps.map(({ what, by, note }) => [what, by, note])).toEqual([
      ['submitted', 'author', '因为'],
      ['returned', 'approver', '因为'],
      ['submitted', 'author', '因为'],
      ['published', 'approver', '因为'],
    ]);
    expect(third).toMatchObject({ ...text, author: 'author', at: 1, version: 3 });
  });

  it('supersedes the published one, whose own decision stays in its steps', () => {
    const current = version('published', { version: 1, steps: [{ what: 'published', by: 'x', at: 0, note: '好' }] });
    const { superseded } = rules.publish(version('review'), current, act());
    expect(superseded).toMatchObject({ version: 1, state: 'superseded' });
    expect(superseded?.steps.map(({ what }) => what)).toEqual(['published', 'superseded']);
  });
});

describe('a new draft', () => {
  it.each([
    [null, null, 'draft'],
    [null, 1, 'version_conflict'],
    [version('draft'), null, 'version_conflict'],
    [version('draft'), 2, 'version_conflict'],
    [version('draft'), 4, 'version_conflict'],
    [version('published'), 2, 'version_conflict'],
    [version('review'), 2, 'version_conflict'],
    [version('published'), 3, 'draft'],
  ])('after %o from %s: %s', (latest, base, expected) => {
    expect(outcome(() => rules.draft(latest, text, base, act()).saved)).toBe(expected);
  });

  it('takes the next number and abandons the draft that it replaces, and nothing else', () => {
    expect(rules.draft(null, text, null, act()).saved.version).toBe(1);
    for (const state of versionStates.filter((state) => state !== 'review')) {
      const { saved, abandoned } = rules.draft(version(state), text, 3, act());
      expect(saved).toMatchObject({ version: 4, author: 'approver', note: '因为' });
      expect(abandoned?.state).toBe(state === 'draft' ? 'abandoned' : undefined);
    }
  });

  it('never leaves a document with two open versions, nor two published ones, whatever is tried', () => {
    const tried = fc.constantFrom('draft', 'submit', 'return', 'publish', 'retire');
    fc.assert(
      fc.property(fc.array(fc.tuple(tried, fc.constantFrom('a', 'b'), fc.nat(9)), { maxLength: 40 }), (steps) => {
        const all = new Map<number, Version>();
        const put = (...versions: (Version | null)[]) => {
          for (const one of versions) if (one) all.set(one.version, one);
        };
        const current = () => [...all.values()].find(({ state }) => state === 'published') ?? null;
        for (const [what, by, pick] of steps) {
          const latest = all.get(all.size) ?? null;
          const one = all.get((pick % (all.size || 1)) + 1);
          try {
            if (what === 'draft') {
              const { saved, abandoned } = rules.draft(
                latest,
                text,
                latest && all.size - (pick === 9 ? 1 : 0),
                act(by),
              );
              put(saved, abandoned);
            } else if (!one) continue;
            else if (what === 'submit') put(rules.submit(one, act(by)));
            else if (what === 'return') put(rules.sendBack(one, act(by)));
            else if (what === 'retire') put(rules.retire(one, act(by)));
            else {
              const { published, superseded } = rules.publish(one, current(), act(by));
              put(published, superseded);
              expect(published.author).not.toBe(by);
            }
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
          }
          const states = [...all.values()].map(({ state }) => state);
          expect(states.filter((state) => openStates.includes(state)).length).toBeLessThanOrEqual(1);
          expect(states.filter((state) => state === 'published').length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('what ships', () => {
  it('is published by the system as the next version', () => {
    const current = version('published', { author: 'system' });
    const { published, superseded } = rules.ship(current, current, text, 9);
    expect(published).toMatchObject({ version: 4, state: 'published', author: 'system', at: 9 });
    expect(superseded).toMatchObject({ version: 3, state: 'superseded' });
    expect(rules.ship(null, null, text, 9)).toMatchObject({ published: { version: 1 }, superseded: null });
  });

  it.each([
    ['nothing', [], true],
    ["the program's own", [version('published', { author: 'system' })], true],
    ["a person's draft", [version('published', { author: 'system' }), version('draft')], false],
    ['what a person has retired', [rules.retire(version('published', { author: 'system' }), act())], false],
  ])('may follow %s: %o', (_, versions, expected) => {
    expect(rules.untouched(versions)).toBe(expected);
  });
});

describe('a correction', () => {
  const correction = (state: Correction['state']): Correction => ({
    id: 'c',
    document: 'gjj-0001',
    version: 1,
    part: '材料',
    note: '少了一项',
    ticket: null,
    filedBy: 'expert',
    filedAt: 1,
    state,
    answer: null,
    answeredBy: null,
    answeredAt: null,
  });

  it.each(correctionStates)('is answered once: %s', (state) => {
    const run = () => answerCorrection(correction(state), 'accepted', '已补上', 'centre', 5);
    if (state === 'open') {
      expect(run()).toEqual({
        ...correction('accepted'),
        answer: '已补上',
        answeredBy: 'centre',
        answeredAt: 5,
      });
    } else expect(run).toThrow(new Refusal('correction_state', { correction: 'c', state }));
  });
});

describe('the hash of the whole', () => {
  it('is that of its definition', () => {
    const sha = (value: string) => createHash('sha256').update(value, 'utf8').digest('hex');
    expect(textHash('公积金\n')).toBe(sha('公积金\n'));
    expect(wholeHash([])).toBe(sha(''));
    const lines = `gjj-0001 ${sha('一')}\ngjj-0002 ${sha('二')}\npolicy ${sha('')}\n`;
    expect(
      wholeHash([
        { id: 'policy', text: '' },
        { id: 'gjj-0002', text: '二' },
        { id: 'gjj-0001', text: '一' },
      ]),
    ).toBe(sha(lines));
  });

  it('does not depend on order, and tells any two knowledge bases apart', () => {
    const base = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z]{2,3}-\d{4}$/), text: fc.string() }), {
      selector: ({ id }) => id,
      maxLength: 6,
    });
    fc.assert(
      fc.property(base, base, (a, b) => {
        expect(wholeHash(a.toReversed())).toBe(wholeHash(a));
        const known = (all: typeof a) => JSON.stringify(all.map(({ id, text }) => [id, text]).sort());
        expect(wholeHash(a) === wholeHash(b)).toBe(known(a) === known(b));
      }),
    );
  });
});

describe('a document', () => {
  it.each([
    ['policy', 'policy'],
    ['topics', 'topics'],
    ['synonyms', 'synonyms'],
    ['snippets', 'snippets'],
    ['plain-words', 'plain-words'],
    ['gjj-0021', 'article'],
  ])('%s is of the kind %s', (id, kind) => {
    expect(id).toMatch(documentIdPattern);
    expect(kindOfDocument(id)).toBe(kind);
  });

  it.each(['', 'Policy', 'policies', 'gjj-1', 'gjj-0021@3', '../gjj-0021', 'gjj-0021\n'])('%j is none', (id) => {
    expect(id).not.toMatch(documentIdPattern);
  });
});
