import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/domain/audit/canonical-json.ts';
import { type ChainEvent, chainHash, genesis, rowDigest } from '../../src/domain/audit/chain.ts';

describe('canonical JSON', () => {
  it('writes the example of RFC 8785, section 3.2', () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts keys by code units, as RFC 8785 section 3.2.3 does', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
    expect(Object.keys(JSON.parse(text)).slice(1)).toEqual([
      '\r',
      '\u0080',
      '\u00f6',
      '\u20ac',
      '\ud83d\ude00',
      '\ufb33',
    ]);
  });

  it('says the same whatever the order of keys, and can be read back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as never);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([[undefined], [Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800'], [[undefined]], [{ a: undefined }]])(
    'refuses %j',
    (value) => {
      expect(() => canonicalJson(value as never)).toThrow(TypeError);
    },
  );
});

const event: ChainEvent = {
  seq: 1,
  at: 1,
  type: 'call.taken',
  actor: 'a',
  kind: 'call',
  subject: 's',
  call: 's',
  ticket: 't',
  data: { waitedMs: 3 },
  state: rowDigest({ id: 's' }),
};

describe('the chain', () => {
  it('ties an event to every field of it and to the one before', () => {
    const hash = chainHash(genesis, event);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(chainHash('1'.repeat(64), event)).not.toBe(hash);
    const changes: Partial<ChainEvent>[] = [
      { seq: 2 },
      { at: 2 },
      { type: 'call.held' },
      { actor: 'b' },
      { kind: 'ticket' },
      { subject: 'x' },
      { call: null },
      { ticket: null },
      { data: { waitedMs: 4 } },
      { state: 'x' },
    ];
    for (const change of changes) expect(chainHash(genesis, { ...event, ...change })).not.toBe(hash);
    expect(Object.keys(Object.assign({}, ...changes)).sort()).toEqual(Object.keys(event).sort());
  });

  it('takes a row by what is in it, not by the order of its columns', () => {
    expect(rowDigest({ a: 1, b: 'x' })).toBe(rowDigest({ b: 'x', a: 1 }));
    expect(rowDigest({ a: 1, b: 'x' })).not.toBe(rowDigest({ a: 1, b: 'y' }));
  });
});
