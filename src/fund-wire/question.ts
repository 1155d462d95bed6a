import { readMonth, writeMonth } from './forms/day.ts';
import { readWhole, writeWhole } from './forms/decimal.ts';
import type { FundMapping, WireOperation } from './mapping.ts';
import {
  type Asked,
  type OperationName,
  operationNames,
  operations,
  type Question,
  type QuestionValue,
} from './operations.ts';
import { WireFault } from './wire-fault.ts';
import { parseWireJson, WireNumber } from './wire-json.ts';
import { isWireObject, putAt, valueAt, type WireObject } from './wire-path.ts';

/** A question as it is sent. `path` counts from the base address and has the query. */
export interface WireQuestion {
  readonly method: 'POST' | 'GET';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; none with GET. */
  readonly body: string | undefined;
}

const written = (
  mapping: FundMapping,
  value: QuestionValue,
  given: string | number,
  inBody: boolean,
): string | number => {
  if (typeof given === 'number') return writeWhole(given, inBody ? mapping.forms.counts : 'text');
  return value === 'from' || value === 'to' ? writeMonth(given, mapping.forms.month) : given;
};

/** A question to the fund. No value of it stands in the address unless the mapping puts it there. */
export const writeQuestion = <N extends OperationName>(
  mapping: FundMapping,
  name: N,
  question: Question<N>,
): WireQuestion => {
  const { method, path, ask, with: constants } = mapping.operations[name];
  const body: WireObject = {};
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  let filled = path;
  for (const [key, constant] of Object.entries(constants)) {
    if (method === 'POST') putAt(body, key, constant);
    else query.set(key, String(constant));
  }
  const given = question as Asked;
  for (const value of operations[name].asks) {
    const { place, name: key } = ask[value]!;
    const said = written(mapping, value, given[value]!, place === 'body');
    if (place === 'body') putAt(body, key, said);
    else if (place === 'query') query.set(key, String(said));
    else if (place === 'header') headers[key.toLowerCase()] = String(said);
    else filled = filled.replace(`{${key}}`, () => encodeURIComponent(said));
  }
  return {
    method,
    path: query.size > 0 ? `${filled}?${query}` : filled,
    headers,
    body: method === 'POST' ? JSON.stringify(body) : undefined,
  };
};

/** The values that stand in a path, or undefined when it is another path. */
const placeholders = (pattern: string, path: string): Record<string, string> | undefined => {
  const names: string[] = [];
  const source = pattern
    .split(/\{(\w+)\}/)
    .map((part, at) => {
      if (at % 2 === 0) return RegExp.escape(part);
      names.push(part);
      return '([^/]+)';
    })
    .join('');
  const match = new RegExp(`^${source}$`).exec(path);
  if (!match || /%(?![0-9A-Fa-f]{2})/.test(path)) return undefined;
  return Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(match[at + 1]!)]));
};

const sameConstant = (wire: unknown, constant: string | number): boolean =>
  wire instanceof WireNumber ? wire.text === String(constant) : wire === constant || wire === String(constant);

/** A question as a fund receives it; `path` counts from its base address and has the query. */
export interface ReceivedQuestion {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

const readValue = (
  mapping: FundMapping,
  value: QuestionValue,
  wire: unknown,
  inBody: boolean,
): string | number | undefined => {
  if (value === 'page' || value === 'size') return readWhole(wire, inBody ? mapping.forms.counts : 'text');
  if (value === 'from' || value === 'to') return readMonth(wire, mapping.forms.month);
  return typeof wire === 'string' && wire !== '' ? wire : undefined;
};

/**
 * The question that was received, for whoever answers as a fund; undefined when it is none of the mapping's.
 * @throws {WireFault} the body cannot be read, or a value is missing or not of its form
 */
export const readQuestion = (
  mapping: FundMapping,
  received: ReceivedQuestion,
): { [N in OperationName]: { name: N; question: Question<N> } }[OperationName] | undefined => {
  const url = new URL(`http://fund.invalid${received.path}`);
  const candidates = operationNames
    .map((name) => mapping.operations[name])
    .filter(({ method, path }) => method === received.method && placeholders(path, url.pathname) !== undefined);
  if (candidates.length === 0) return undefined;
  let body: unknown = {};
  if (received.method === 'POST') {
    try {
      body = parseWireJson(received.body);
    } catch {
      body = undefined;
    }
    if (!isWireObject(body)) throw new WireFault(candidates[0]!.name, 'unreadable');
  }
  const constant = (key: string): unknown =>
    received.method === 'POST' ? valueAt(body, key) : (url.searchParams.get(key) ?? undefined);
  const operation = candidates.find((candidate) =>
    Object.entries(candidate.with).every(([key, value]) => sameConstant(constant(key), value)),
  );
  return operation && { name: operation.name, question: valuesOf(mapping, operation, received, url, body) as never };
};

const valuesOf = (
  mapping: FundMapping,
  { name, path, ask }: WireOperation,
  received: ReceivedQuestion,
  url: URL,
  body: unknown,
): Record<string, string | number> => {
  const inPath = placeholders(path, url.pathname) ?? {};
  return Object.fromEntries(
    operations[name].asks.map((value) => {
      const { place, name: key } = ask[value]!;
      const wire = {
        body: () => valueAt(body, key),
        query: () => url.searchParams.get(key) ?? undefined,
        path: () => inPath[key],
        header: () => received.headers[key.toLowerCase()],
      }[place]();
      const read = readValue(mapping, value, wire, place === 'body');
      if (read === undefined) throw new WireFault(name, wire === undefined ? 'missing' : 'form', value, key);
      return [value, read];
    }),
  );
};
