import { codeText } from './forms/code.ts';
import { readWhole } from './forms/decimal.ts';
import { fromWire, isNothing } from './from-wire.ts';
import type { FundMapping, WireOperation } from './mapping.ts';
import { type Answer, type Asked, type OperationName, operations, type Page, type Question } from './operations.ts';
import { type Outcome, outcomes } from './outcome-mapping.ts';
import { WireFault, type WireProblem } from './wire-fault.ts';
import { valueAt } from './wire-path.ts';

/** How an answer refuses. */
export type Refusal = Exclude<Outcome, 'found' | 'none'>;

/** What an answer says: what was asked for (not found is undefined, or empty), or that it was refused. */
export type ReadAnswer<N extends OperationName> =
  | { readonly outcome: 'answered'; readonly answer: Answer<N> }
  | { readonly outcome: Refusal };

/** A refusal that the status alone says; the answer's text need not be read. */
export const refusalOfStatus = ({ outcome }: FundMapping, status: number): Refusal | undefined => {
  if (status === 401 || status === 403 || outcome.status.denied.includes(status)) return 'denied';
  if (status === 429) return 'busy';
  return status >= 500 ? 'failing' : undefined;
};

const outcomeOf = ({ outcome }: FundMapping, name: OperationName, status: number, body: unknown): Outcome => {
  const good = status >= 200 && status < 300;
  const saysNone = outcome.status.none.includes(status);
  const { field, codes } = outcome;
  if (field === undefined || !codes) {
    if (good) return 'found';
    if (saysNone) return 'none';
    throw new WireFault(name, 'code', '', 'status');
  }
  const code = codeText(valueAt(body, field));
  const said = outcomes.find((one) => code !== undefined && codes[one].includes(code));
  // A status and a code that contradict each other: whichever is wrong, nothing of it is to be believed.
  const agreed = said === 'found' ? good : said === 'none' ? good || saysNone : !saysNone;
  if (said === undefined || !agreed) throw new WireFault(name, 'code', '', field);
  return said;
};

/** The answer to a question about what is not there. */
export const nothingFound = (name: OperationName, asked: Asked): unknown => {
  const { form } = operations[name];
  if (form === 'one') return undefined;
  return form === 'list' ? [] : { entries: [], total: 0, page: asked.page, pages: 0 };
};

/** Reads the found result of one operation. */
class ResultReader {
  private readonly mapping: FundMapping;
  private readonly operation: WireOperation;
  private readonly asked: Asked;
  private readonly body: unknown;

  constructor(mapping: FundMapping, operation: WireOperation, asked: Asked, body: unknown) {
    this.mapping = mapping;
    this.operation = operation;
    this.asked = asked;
    this.body = body;
  }

  read(): unknown {
    const { at = '', name, echo } = this.operation;
    if (echo?.answer !== undefined) this.checkEcho(this.body, echo.answer, '');
    const result = valueAt(this.body, at);
    const empty = this.mapping.outcome.empty === 'none';
    if (result === null && empty) return nothingFound(name, this.asked);
    const { form } = operations[name];
    if (form === 'page') return this.page(result);
    if (form === 'list') return this.entries(result, at);
    if (!Array.isArray(result)) return this.record(result, '');
    if (result.length > 1) this.refuse('several', '', at);
    if (result.length === 0) return empty ? undefined : this.refuse('nothing', '', at);
    return this.record(result[0], '');
  }

  private refuse(problem: WireProblem, field: string, wire: string): never {
    throw new WireFault(this.operation.name, problem, field, wire);
  }

  private record(wire: unknown, at: string): unknown {
    return fromWire(this.operation, wire, this.mapping.forms.nothing, at);
  }

  private entries(list: unknown, path: string): unknown[] {
    if (!Array.isArray(list)) return this.refuse(list === undefined ? 'missing' : 'form', '', path);
    const { echo } = this.operation;
    return list.map((wire, at) => {
      if (echo?.entry !== undefined) this.checkEcho(wire, echo.entry, String(at));
      return this.record(wire, String(at));
    });
  }

  private page(result: unknown): Page<unknown> {
    const { page: paging } = this.operation;
    const { page: askedPage = 1, size = 1 } = this.asked;
    const count = (path: string, field: string): number => {
      const wire = valueAt(result, path);
      const value = readWhole(wire, this.mapping.forms.counts);
      if (value === undefined || value < 0) return this.refuse(wire === undefined ? 'missing' : 'form', field, path);
      return value;
    };
    const { entries, total: totalAt, page, pages } = paging!;
    const total = count(totalAt, 'total');
    const list = valueAt(result, entries);
    return {
      entries: isNothing(list, this.mapping.forms.nothing) ? [] : this.entries(list, entries),
      total,
      page: page === undefined ? askedPage : count(page, 'page'),
      pages: pages === undefined ? Math.ceil(total / size) : count(pages, 'pages'),
    };
  }

  private checkEcho(wire: unknown, path: string, at: string): void {
    const account = valueAt(wire, path);
    if (account !== this.asked.account) {
      this.refuse(account === undefined ? 'missing' : 'other', at === '' ? 'account' : `${at}.account`, path);
    }
  }
}

/**
 * What the fund answered; `body` as wire-json.ts reads it.
 * @throws {WireFault} whatever in it is not as agreed
 */
export const readAnswer = <N extends OperationName>(
  mapping: FundMapping,
  name: N,
  question: Question<N>,
  { status, body }: { readonly status: number; readonly body: unknown },
): ReadAnswer<N> => {
  const outcome = refusalOfStatus(mapping, status) ?? outcomeOf(mapping, name, status, body);
  const asked: Asked = question as Asked;
  if (outcome === 'none') return { outcome: 'answered', answer: nothingFound(name, asked) as Answer<N> };
  if (outcome !== 'found') return { outcome };
  const reader = new ResultReader(mapping, mapping.operations[name], asked, body);
  return { outcome: 'answered', answer: reader.read() as Answer<N> };
};
