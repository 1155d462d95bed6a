import { writeWhole } from './forms/decimal.ts';
import type { FundMapping } from './mapping.ts';
import { type Answer, type Asked, type OperationName, operations, type Page, type Question } from './operations.ts';
import type { Outcome } from './outcome-mapping.ts';
import { toWire } from './to-wire.ts';
import { putAt, type WireObject } from './wire-path.ts';

/** An answer as a fund sends it. */
export interface WireAnswer {
  readonly status: number;
  readonly body: unknown;
}

const usualStatus = { none: 404, denied: 403, busy: 429, failing: 500 } as const;

/** An answer that says only how it went: by a code where the mapping has one for it, else by the status. */
export const writeOutcome = (
  { outcome, operations: wire }: FundMapping,
  name: OperationName,
  said: Exclude<Outcome, 'found'>,
): WireAnswer => {
  const code = outcome.codes?.[said][0];
  const body: WireObject = {};
  if (code !== undefined && outcome.field !== undefined) {
    putAt(body, outcome.field, code);
    return { status: (said === 'none' ? outcome.status.none[0] : undefined) ?? 200, body };
  }
  if (said === 'none' && outcome.empty === 'none' && (outcome.codes || outcome.status.none.length === 0)) {
    const { at } = wire[name];
    if (at === undefined) return { status: 200, body: null };
    putAt(body, at, null);
    return { status: 200, body: withFoundCode(outcome, body) };
  }
  const own = said === 'none' ? outcome.status.none[0] : said === 'denied' ? outcome.status.denied[0] : undefined;
  return { status: own ?? usualStatus[said], body };
};

const withFoundCode = ({ field, codes }: FundMapping['outcome'], body: WireObject): WireObject => {
  if (field !== undefined && codes) putAt(body, field, codes.found[0]);
  return body;
};

/**
 * Our answer as the fund of this mapping would give it: for whoever stands in for a fund.
 * @throws {WireFault} a code of ours that they have none for
 */
export const writeAnswer = <N extends OperationName>(
  mapping: FundMapping,
  name: N,
  question: Question<N>,
  answer: Answer<N>,
): WireAnswer => {
  if (answer === undefined) return writeOutcome(mapping, name, 'none');
  const operation = mapping.operations[name];
  const { at, echo, page: paging } = operation;
  const account = (question as Asked).account;
  const write = (record: unknown): WireObject => toWire(operation, record, mapping.forms.nothing);
  const writeEntry = (record: unknown): WireObject => {
    const wire = write(record);
    if (echo?.entry !== undefined) putAt(wire, echo.entry, account);
    return wire;
  };
  const writePage = ({ entries, total, page, pages }: Page<unknown>): WireObject => {
    const wire: WireObject = {};
    const count = (path: string | undefined, value: number): void => {
      if (path !== undefined) putAt(wire, path, writeWhole(value, mapping.forms.counts));
    };
    putAt(wire, paging!.entries, entries.map(writeEntry));
    count(paging!.total, total);
    count(paging!.page, page);
    count(paging!.pages, pages);
    return wire;
  };
  const { form } = operations[name];
  const result =
    form === 'page'
      ? writePage(answer as Page<unknown>)
      : form === 'list'
        ? (answer as unknown[]).map(writeEntry)
        : write(answer);
  if (at === undefined && Array.isArray(result)) return { status: 200, body: result };
  const body: WireObject = at === undefined ? (result as WireObject) : {};
  if (at !== undefined) putAt(body, at, result);
  if (echo?.answer !== undefined) putAt(body, echo.answer, account);
  return { status: 200, body: withFoundCode(mapping.outcome, body) };
};
