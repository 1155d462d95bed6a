import { type Limit, narrowest } from '../../../domain/fund/sums/limits.ts';
import type { Fields } from '../form.ts';
import type { ResultTable } from '../result.ts';
import { yuan, yuanNumber } from '../show-number.ts';
import { both, joined, same, type Words } from '../words.ts';

/** A limit as it is shown: its name, its amount, and the fields that it still wants when it has none. */
export interface ShownLimit<Kind extends string> extends Limit<Kind> {
  readonly label: Words;
  readonly needs: readonly string[];
}

/** The fields among some that were left empty. */
export const emptyOf = (found: Readonly<Record<string, number | undefined>>): string[] =>
  Object.keys(found).filter((name) => found[name] === undefined);

/** Limits for scripts: an amount that is not known is null, and `needs` says what would give it. */
export const limitDocuments = <Kind extends string>(limits: readonly ShownLimit<Kind>[]) => {
  const { binding } = narrowest(limits);
  return limits.map(({ kind, amount, needs }) => ({
    limit: kind,
    amount: amount === undefined ? null : yuanNumber(amount),
    binding: binding.includes(kind),
    ...(amount === undefined && { needs }),
  }));
};

/** The names of fields, one after the other. */
export const fieldNames = (names: readonly string[], fields: Fields): Words =>
  joined(
    names.map((name) => fields[name]?.label ?? same(name)),
    '、',
    ', ',
  );

/** Limits for people, the binding ones marked. */
export const limitTable = <Kind extends string>(limits: readonly ShownLimit<Kind>[], fields: Fields): ResultTable => {
  const { binding } = narrowest(limits);
  return {
    headings: [both('限制', 'Limit'), both('金额', 'Amount'), both('', '')],
    rows: limits.map(({ kind, label, amount, needs }) => {
      if (amount !== undefined) {
        return [label, same(yuan(amount)), binding.includes(kind) ? both('← 卡在这里', '← binds') : same('')];
      }
      const names = fieldNames(needs, fields);
      return [label, both('不知道', 'not known'), both(`要填：${names['zh-CN']}`, `give: ${names.en}`)];
    }),
  };
};

/** The names of some limits, one after the other. */
export const limitNames = <Kind extends string>(limits: readonly ShownLimit<Kind>[], kinds: readonly Kind[]): Words =>
  joined(
    limits.filter(({ kind }) => kinds.includes(kind)).map(({ label }) => label),
    '、',
    ', ',
  );

/** The fields that some limits lack, each once. */
export const missingOf = <Kind extends string>(limits: readonly ShownLimit<Kind>[]): string[] => [
  ...new Set(limits.flatMap(({ amount, needs }) => (amount === undefined ? needs : []))),
];

/** What is not known of a limit: all of it, or, when the figure that it is named after is known, what is still to be filled in. */
const unknownOf = <Kind extends string>({ kind, label, needs }: ShownLimit<Kind>, fields: Fields): Words =>
  kind in fields && !needs.includes(kind) ? fieldNames(needs, fields) : label;

/** The limits that could not be worked out, as an addition to what is said; nothing when all could. */
export const leftOutWords = <Kind extends string>(limits: readonly ShownLimit<Kind>[], fields: Fields): Words => {
  const left = limits.filter(({ amount }) => amount === undefined).map((limit) => unknownOf(limit, fields));
  if (left.length === 0) return same('');
  const names = joined(left, '、', ', ');
  return both(
    `${names['zh-CN']}还不知道，没有算进去，所以这是上限，实际可能更少。`,
    ` Not known and so left out: ${names.en}; this is an upper bound, it may be less.`,
  );
};
