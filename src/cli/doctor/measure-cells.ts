/** How long a terminal may take to answer where its cursor is. Milliseconds. */
const patience = 500;

/**
 * How many cells the terminal really gives to each text, by its cursor position report (ESC [ 6 n, answered ESC [ row ; column
 * R). Undefined when it does not answer. The line it writes on is wiped afterwards.
 */
export const measureCells = async (texts: readonly string[]): Promise<number[] | undefined> => {
  const { stdin, stdout } = process;
  const wasRaw = stdin.isRaw;
  const columns: number[] = [];
  let heard = '';
  let onData: ((chunk: Buffer) => void) | undefined;
  stdin.setRawMode(true);
  try {
    return await new Promise<number[] | undefined>((resolve) => {
      const giveUp = setTimeout(() => resolve(undefined), patience);
      onData = (chunk) => {
        heard += chunk.toString('latin1');
        for (let report = /\x1b\[\d+;(\d+)R/.exec(heard); report; report = /\x1b\[\d+;(\d+)R/.exec(heard)) {
          heard = heard.slice(report.index + report[0].length);
          columns.push(Number(report[1]) - 1);
        }
        if (columns.length < texts.length) return;
        clearTimeout(giveUp);
        resolve(columns);
      };
      stdin.on('data', onData);
      stdin.resume();
      stdout.write(texts.map((text) => `\r\x1b[2K${text}\x1b[6n`).join(''));
    });
  } finally {
    if (onData) stdin.off('data', onData);
    stdout.write('\r\x1b[2K');
    stdin.setRawMode(wasRaw);
    stdin.pause();
  }
};
