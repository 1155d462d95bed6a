/** One of the numbers of a chart, in their order. */
export interface Datum {
  /** What it is of, such as a month. */
  readonly label: string;
  /** Undefined: there is nothing, which is not the same as 0. */
  readonly value: number | undefined;
  /** The value as people read it, or the word for there being nothing. */
  readonly text: string;
  /** Stands below it on the axis. */
  readonly tick?: string | undefined;
}

/** Every number with what it is of; neighbours that say the same stand together, so that many months are heard in one breath. */
export const datumRows = (data: readonly Datum[]): string[] => {
  const rows: { from: string; to: string; text: string }[] = [];
  for (const { label, text } of data) {
    const last = rows.at(-1);
    if (last?.text === text) last.to = label;
    else rows.push({ from: label, to: label, text });
  }
  return rows.map(({ from, to, text }) => `${from === to ? from : `${from} – ${to}`}  ${text}`);
};
