import { FundUnavailable } from '../ports/fund.ts';

/** A page as a fund gives it. */
interface FundPage<E> {
  readonly entries: readonly E[];
  readonly total: number;
  readonly pages: number;
}

const pageSize = 500;
/** More than a person's or employer's months ever fill. */
const mostPages = 10;

/**
 * All entries of a range. What is said of the whole, and each page that is shown, comes from this one reading.
 * @throws {FundUnavailable} garbled: pages that repeat or leave out entries, are out of order, or are too many
 */
export const wholeList = async <E extends { serial: string; bookedOn: string }>(
  read: (page: number, size: number) => Promise<FundPage<E>>,
): Promise<E[]> => {
  const first = await read(1, pageSize);
  if (first.pages > mostPages) throw new FundUnavailable('garbled');
  const entries = [...first.entries];
  for (let page = 2; page <= first.pages; page++) entries.push(...(await read(page, pageSize)).entries);
  const each = new Set(entries.map(({ serial }) => serial)).size === entries.length;
  const inOrder = entries.every(({ bookedOn }, at) => at === 0 || entries[at - 1]!.bookedOn <= bookedOn);
  if (!each || !inOrder || entries.length !== first.total) throw new FundUnavailable('garbled');
  return entries;
};

/** One page of a list that is here as a whole. */
export const pageOf = <E>(all: readonly E[], { page, size }: { page: number; size: number }) => ({
  entries: all.slice((page - 1) * size, page * size),
  total: all.length,
  page,
  pages: Math.ceil(all.length / size),
});
