import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import type { Segment } from './segment.ts';

/**
 * A segment as a file: a line of JSON that says what follows, then the arrays as they lie in memory, each at a multiple of eight. It is
 * a cache and nothing more: whatever does not fit (another version, another machine's byte order, other articles, a flipped bit) is as
 * good as no file.
 */

/** Goes up when the terms, the tables of sounds or the layout change: an older file is built anew. */
const version = 2;

const arrays = {
  docTopic: Uint16Array,
  docDomain: Uint8Array,
  docFrom: Int32Array,
  docTo: Int32Array,
  docLine: Uint32Array,
  lineField: Uint8Array,
  lineText: Uint32Array,
  lineConcept: Uint32Array,
  text: Uint16Array,
  concepts: Uint16Array,
  keys: Uint32Array,
  offsets: Uint32Array,
  postings: Uint32Array,
  impacts: Uint8Array,
} as const;
type ArrayName = keyof typeof arrays;
const names = Object.keys(arrays) as ArrayName[];

const Header = z.strictObject({
  format: z.literal('expert-seat knowledge index'),
  version: z.literal(version),
  littleEndian: z.literal(new Uint8Array(new Uint16Array([1]).buffer)[0] === 1),
  /** Hash of the articles and the lexicon that the index was built from. */
  source: z.string(),
  docCount: z.number().int().min(0),
  lengths: z.record(z.string(), z.number().int().min(0)),
  idBytes: z.number().int().min(0),
  topics: z.array(z.string()),
  domains: z.array(z.string()),
  sha256: z.string(),
});

const aligned = (length: number): number => Math.ceil(length / 8) * 8;
/** Of the header as it is without its hash, and the body. */
const hashOf = (header: Omit<z.infer<typeof Header>, 'sha256'>, body: Uint8Array): string =>
  createHash('sha256').update(JSON.stringify(header)).update(body).digest('hex');

/** Writes a segment so that a reader finds the old file or the new one, never half of it. `source`: what it was built from. */
export const writeIndexFile = (file: string, segment: Segment, source: string): void => {
  const ids = Buffer.from(segment.ids.join('\n'));
  const pieces: Uint8Array[] = [];
  const add = (bytes: Uint8Array): void => {
    pieces.push(bytes, new Uint8Array(aligned(bytes.length) - bytes.length));
  };
  for (const name of names) {
    const { buffer, byteOffset, byteLength } = segment[name];
    add(new Uint8Array(buffer, byteOffset, byteLength));
  }
  add(ids);
  const body = Buffer.concat(pieces);
  const head = {
    format: 'expert-seat knowledge index' as const,
    version: version as typeof version,
    littleEndian: true as const,
    source,
    docCount: segment.docCount,
    lengths: Object.fromEntries(names.map((name) => [name, segment[name].length])),
    idBytes: ids.length,
    topics: [...segment.topics],
    domains: [...segment.domains],
  };
  const header = { ...head, sha256: hashOf(head, body) };
  const line = JSON.stringify(header);
  const first = Buffer.from(
    `${line}${' '.repeat(aligned(Buffer.byteLength(line) + 1) - Buffer.byteLength(line) - 1)}\n`,
  );
  const fresh = `${file}.${process.pid}`;
  try {
    writeFileSync(fresh, Buffer.concat([first, body]));
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
};

/** The segment in a file; undefined when there is none, or it is damaged, of another version, or built from something else. */
export const readIndexFile = (file: string, source: string): Segment | undefined => {
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf(10) + 1;
    const header = Header.parse(JSON.parse(bytes.toString('utf8', 0, end)));
    // Arrays need an aligned start, which a pooled or odd buffer does not have.
    const body = bytes.buffer.slice(bytes.byteOffset + end, bytes.byteOffset + bytes.length);
    const { sha256, ...head } = header;
    if (header.source !== source || hashOf(head, new Uint8Array(body)) !== sha256) return undefined;
    let at = 0;
    const views = {} as Record<ArrayName, unknown>;
    for (const name of names) {
      const length = header.lengths[name]!;
      views[name] = new arrays[name](body, at, length);
      at += aligned(length * arrays[name].BYTES_PER_ELEMENT);
    }
    const ids = Buffer.from(body, at, header.idBytes).toString('utf8');
    const { docCount, topics, domains } = header;
    return {
      docCount,
      topics,
      domains,
      ids: docCount > 0 ? ids.split('\n') : [],
      ...(views as Pick<Segment, ArrayName>),
    };
  } catch {
    return undefined;
  }
};
