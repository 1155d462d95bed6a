import type { Basis } from '../result.ts';
import { both, joined, same, type Words } from '../words.ts';

/** A figure for scripts. */
export const basisDocument = ({ name, value, published, from, to, source, confidence, overridden }: Basis) => ({
  name,
  value: value['zh-CN'],
  overridden,
  ...(published && { published: published['zh-CN'] }),
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
  ...(source && { source }),
  ...(confidence && { confidence }),
});

const named = (basis: readonly Basis[], of: (figure: Basis) => Words): Words =>
  joined(
    basis.map((figure) => joined([figure.label, of(figure)], ' ', ' ')),
    '、',
    ', ',
  );

const isUnconfirmed = ({ confidence }: Basis): boolean => confidence === 'local-unconfirmed';

/** What must be said of the figures themselves: which were given by hand, and which are not confirmed. */
export const basisNotes = (basis: readonly Basis[]): Words[] => {
  const given = basis.filter(({ overridden }) => overridden);
  const unconfirmed = basis.filter(isUnconfirmed);
  const givenNames = named(given, ({ value, published }) =>
    published && published['zh-CN'] !== value['zh-CN']
      ? both(`${value['zh-CN']}（公布的是 ${published['zh-CN']}）`, `${value.en} (published: ${published.en})`)
      : value,
  );
  const unconfirmedNames = named(unconfirmed, ({ value }) => value);
  return [
    ...(given.length > 0
      ? [
          both(
            `自行填写、未取公布数：${givenNames['zh-CN']}。`,
            `Given by hand, not taken from the policy: ${givenNames.en}.`,
          ),
        ]
      : []),
    ...(unconfirmed.length > 0
      ? [
          both(
            `未核实，答复前须核对：${unconfirmedNames['zh-CN']}。`,
            `Not confirmed, to be checked before answering: ${unconfirmedNames.en}.`,
          ),
        ]
      : []),
  ];
};

/** What an answer adds when a figure in it is other than published, for only who gave it can answer for it. */
export const givenWords = (basis: readonly Basis[]): Words => {
  const given = basis.filter(({ overridden, published, value }) => overridden && published?.en !== value.en);
  if (given.length === 0) return same('');
  const names = both(
    given.map(({ label, value }) => `${label['zh-CN']}${value['zh-CN']}`).join('、'),
    given.map(({ label, value }) => `${label.en} ${value.en}`).join(', '),
  );
  return both(`其中${names['zh-CN']}是按提供的数算的，不是公布的数。`, ` As given, not as published: ${names.en}.`);
};

/** What an answer adds when a figure in it is not confirmed. */
export const unconfirmedWords = (basis: readonly Basis[]): Words =>
  basis.some(isUnconfirmed)
    ? both('所用额度标准以济南住房公积金中心公布为准。', ' The quotas are as the centre publishes them.')
    : same('');
