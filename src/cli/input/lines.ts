/** One line of a file as it came, without its end; or too long to be kept. */
export type Line = { number: number; text: Buffer } | { number: number; tooLong: true };

const newline = 0x0a;

/**
 * The lines of a stream, one at a time. A line of more than `most` bytes is named and passed over; at no time is more of it
 * than that in memory. LF and CRLF end a line; the last one needs no end.
 */
export async function* linesOf(chunks: AsyncIterable<Buffer>, most: number): AsyncGenerator<Line, void> {
  let number = 1;
  let parts: Buffer[] = [];
  let size = 0;
  const take = (): Line => {
    const line: Line = size > most ? { number, tooLong: true } : { number, text: withoutCr(Buffer.concat(parts)) };
    parts = [];
    size = 0;
    number += 1;
    return line;
  };
  const keep = (part: Buffer): void => {
    size += part.length;
    if (size <= most) parts.push(part);
    else parts = [];
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      keep(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    if (from < chunk.length) keep(chunk.subarray(from));
  }
  if (size > 0) yield take();
}

const withoutCr = (text: Buffer): Buffer => (text.at(-1) === 0x0d ? text.subarray(0, -1) : text);
