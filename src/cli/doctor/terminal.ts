import { askTerminal } from '../../tui/terminal/ask-terminal.ts';
import { ambiguousSamples, terminalFacts } from '../../tui/terminal/terminal-facts.ts';
import { cellWidth, setAmbiguousWide } from '../../tui/text/width.ts';
import type { Check } from './finding.ts';

/** The smallest screen the seat is laid out for. */
const smallest = { columns: 80, rows: 24 };

export const terminalSize: Check = async ({ say }) => {
  if (!process.stdout.isTTY) {
    return {
      check: 'terminal',
      status: 'warn',
      message: say('doctor.no-terminal'),
      advice: say('doctor.no-terminal.advice'),
    };
  }
  const { columns, rows } = process.stdout;
  const small = columns < smallest.columns || rows < smallest.rows;
  return {
    check: 'terminal',
    status: small ? 'warn' : 'ok',
    message: say('doctor.size', { columns, rows }),
    ...(small && { advice: say('doctor.size.advice', smallest) }),
  };
};

export const colours: Check = async ({ say }) => {
  if (process.env.NO_COLOR || process.env.EXPERT_SEAT_NO_COLOR) {
    return { check: 'colour', status: 'ok', message: say('doctor.colour.off') };
  }
  const depth = process.stdout.isTTY ? process.stdout.getColorDepth() : 1;
  const poor = depth < 4;
  return {
    check: 'colour',
    status: poor ? 'warn' : 'ok',
    message: say('doctor.colour', { colours: 2 ** depth }),
    ...(poor && { advice: say('doctor.colour.advice') }),
  };
};

export const locale: Check = async ({ say }) => {
  const { LC_ALL, LC_CTYPE, LANG } = process.env;
  const name = LC_ALL || LC_CTYPE || LANG || '';
  const utf8 = /utf-?8/i.test(name);
  return {
    check: 'locale',
    status: utf8 ? 'ok' : 'warn',
    message: say('doctor.locale', { locale: name || 'C' }),
    ...(!utf8 && { advice: say('doctor.locale.advice') }),
  };
};

/** Samples whose width a terminal or a font may get wrong, with the cells this program lays them out by. */
const samples = ['专家坐席', '一次办成。', '「」……——', '①②③', '👩‍💻'];
/** The screen draws other signs where these are wide. */
const drawing = '→●▸';

/** Asks the terminal where its cursor stands after each sample; without a terminal only our own widths can be told. */
export const cjkWidth: Check = async ({ say, color }) => {
  const asked = [...ambiguousSamples, ...samples, drawing];
  const answers = process.stdin.isTTY && process.stdout.isTTY ? await askTerminal(asked) : undefined;
  if (!answers?.cells.length) return { check: 'width', status: 'ok', message: say('doctor.width.unmeasured') };
  const cells = answers.cells.slice(0, ambiguousSamples.length);
  const { wide } = terminalFacts({ ...answers, cells }, { color, depth: 1, env: process.env });
  setAmbiguousWide(wide);
  const measured = new Map(asked.map((text, at) => [text, answers.cells[at]]));
  const wrong = [...samples, ...(wide ? [] : [drawing])].flatMap((sample) =>
    measured.get(sample) === cellWidth(sample) ? [] : [`${sample} ${measured.get(sample)}≠${cellWidth(sample)}`],
  );
  return wrong.length === 0
    ? { check: 'width', status: 'ok', message: say(wide ? 'doctor.width.wide' : 'doctor.width') }
    : {
        check: 'width',
        status: 'warn',
        message: say('doctor.width.wrong', { samples: wrong.join('  ') }),
        advice: say('doctor.width.advice'),
      };
};

/** An input method cannot be seen from here; what can be seen is how the session is set up for one. */
export const inputMethod: Check = async ({ say }) => {
  const { XMODIFIERS, GTK_IM_MODULE, QT_IM_MODULE, SSH_CONNECTION, TMUX } = process.env;
  const named = XMODIFIERS?.replace(/^@im=/, '') || GTK_IM_MODULE || QT_IM_MODULE;
  const hints = [...(SSH_CONNECTION ? [say('doctor.input.ssh')] : []), ...(TMUX ? [say('doctor.input.tmux')] : [])];
  return {
    check: 'input-method',
    status: 'ok',
    message: named ? say('doctor.input.named', { name: named }) : say('doctor.input.unknown'),
    advice: [say('doctor.input.keys'), ...hints].join(' '),
  };
};
