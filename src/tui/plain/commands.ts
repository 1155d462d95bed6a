import type { CallView } from '../../contract/shapes/call.ts';
import { canWrite } from '../actions/contexts.ts';
import { actions, actionsIn } from '../actions/table.ts';
import { consequences } from '../panels/small-panels.tsx';
import { readArticle } from '../state/article-commands.ts';
import { seatChoices } from '../state/call-commands.ts';
import { hasConversation, spokenIn } from '../state/conversation/talk.ts';
import { answerLimit, draftOf, showCall, withDraft, withOverlay } from '../state/desk.ts';
import { foundArticles, rowsOf } from '../state/knowledge/rows.ts';
import type { SeatModel } from '../state/model.ts';
import { myCalls, shownCall, waitingCalls } from '../state/selectors.ts';
import type { SeatSession } from '../state/session.ts';
import { edit } from '../text/edit-buffer.ts';
import { shown, shownParagraph } from '../text/styled-line.ts';
import { truncate } from '../text/width.ts';
import { type PlainName, plainNames, saidYes } from '../words/plain-names.ts';
import { type PlainKey, term } from '../words/words.ts';
import { askForm } from './ask-form.ts';
import type { LineTerminal } from './line-terminal.ts';
import { callLine } from './news.ts';
import { putLineBy, readParagraph, withLine } from './paragraph.ts';
import { sayAloud, spokenWords } from './talk.ts';

/** The seat at a terminal of lines: the session, and what was listed last, by whose numbers people speak of it. */
export interface PlainSeat {
  readonly session: SeatSession;
  readonly terminal: LineTerminal;
  found: readonly string[];
  waiting: readonly CallView[];
}

/** One thing to type. */
export interface PlainCommand {
  /** In Chinese, in English, and in short. */
  readonly names: readonly string[];
  readonly help: PlainKey;
  /** Only where citizens can be talked with. */
  readonly talks: boolean;
  /** `rest`: what stands behind it, in plain forms of its characters; `typed`: as it was typed, for what is kept or said. */
  run(seat: PlainSeat, rest: string, typed: string): Promise<void> | void;
}

/** Answers whatever window an action has opened. */
const answerWindow = async ({ session, terminal }: PlainSeat): Promise<void> => {
  const { overlay } = session.store.get();
  if (overlay?.kind === 'form') return askForm(session, terminal);
  if (overlay?.kind !== 'confirm') {
    if (!overlay) return;
    session.store.update((model) => withOverlay(model, undefined));
    terminal.print(session.say('plain.elsewhere'));
    return;
  }
  terminal.print(...consequences(session.store.get(), session.kept.desk.lasts, session.say));
  const answer = await terminal.ask(session.say('plain.sure')).catch(() => '');
  const choice = actionsIn('confirm').find(({ keys }) =>
    keys.includes(saidYes.test(answer.trim()) ? 'enter' : 'escape'),
  );
  await choice?.run(session);
};

/** An action of the one table, with the same reasons against it as on the screen. */
const act = async (seat: PlainSeat, id: string): Promise<void> => {
  const { session, terminal } = seat;
  const action = actions.find((candidate) => candidate.id === id)!;
  const reason = action.whyNot?.(session.store.get(), session.say);
  if (reason !== undefined) {
    terminal.print(reason);
    return;
  }
  await action.run(session);
  await answerWindow(seat);
};

const doing = (id: string) => (seat: PlainSeat) => act(seat, id);

/** The one of a list that a number names, the first one without a number. Says so when there is none. */
const numbered = <T>({ session, terminal }: PlainSeat, list: readonly T[], rest: string): T | undefined => {
  const found = list[rest === '' ? 0 : Number(rest) - 1];
  if (found === undefined) terminal.print(session.say('plain.no-number', { number: rest === '' ? 1 : shown(rest) }));
  return found;
};

const listQueue = (seat: PlainSeat): void => {
  const { session, terminal } = seat;
  const model = session.store.get();
  seat.waiting = waitingCalls(model);
  if (seat.waiting.length === 0) terminal.print(session.say('queue.empty'));
  const now = session.clock.now();
  terminal.print(...seat.waiting.map((call, at) => `${at + 1} ${callLine(call, model, now, session.say)}`));
};

const labelled = ({ session }: PlainSeat, label: PlainKey, text: string): string =>
  `${session.say(label)}${session.say('plain.colon')}${shownParagraph(text)}`;

/** As much of what was said as is heard again. Lines. */
const mostSpoken = 6;

/** Everything about the call in hand. */
const tellCall = (seat: PlainSeat): void => {
  const { session, terminal } = seat;
  const { say } = session;
  const model = session.store.get();
  const call = shownCall(model);
  if (!call) {
    terminal.print(say('call.none'));
    return;
  }
  const state = term(model.language, 'call', call.state);
  const draft = draftOf(model, call.id).text.trim();
  terminal.print(
    say('plain.call', { name: shown(call.name), phone: call.phone, state, ticket: call.ticket }),
    labelled(seat, 'call.question', call.question),
    labelled(seat, 'call.tried', call.tried ?? say('call.no-tried')),
    ...call.notes.map((note) => labelled(seat, 'call.note', note.text)),
    ...(draft === '' ? [] : [labelled(seat, 'answer.title', draft)]),
    ...spokenIn(model, call.id)
      .slice(-mostSpoken)
      .map((line) => spokenWords(line, model, say)),
  );
};

/** The call that has its turn, or one of those that the queue listed last. */
const takeCall = async (seat: PlainSeat, rest: string): Promise<void> => {
  const { store } = seat.session;
  const before = shownCall(store.get())?.id;
  if (rest === '') await act(seat, 'take-next');
  else {
    const call = numbered(seat, seat.waiting, rest);
    if (!call) return;
    store.update((model) => ({ ...model, queueAt: call.id }));
    await act(seat, 'take');
  }
  const now = shownCall(store.get())?.id;
  if (now !== undefined && now !== before) tellCall(seat);
};

/** The calls at this seat; with a number, that one is in hand from now on. */
const callInHand = (seat: PlainSeat, rest: string): void => {
  const { session, terminal } = seat;
  const calls = myCalls(session.store.get());
  if (rest === '' && calls.length > 1) {
    const { language } = session.store.get();
    terminal.print(
      ...calls.map((call, at) => `${at + 1} ${shown(call.name)} ${term(language, 'call', call.state)}`),
      session.say('plain.which-call'),
    );
    return;
  }
  const call = rest === '' ? calls[0] : numbered(seat, calls, rest);
  if (call) session.store.update((model) => showCall(model, call.id));
  if (call || rest === '') tellCall(seat);
};

const mostFound = 9;

/** Articles that answer to words; without words those that fit the call in hand. */
const search = (seat: PlainSeat, rest: string): void => {
  const { session, terminal } = seat;
  const { say } = session;
  const model = session.store.get();
  if (!model.knowledge.base) {
    terminal.print(say('kb.loading'));
    return;
  }
  const rows =
    rest === ''
      ? [...rowsOf(model, model.callAt ?? '')].filter((row) => row.kind === 'article')
      : foundArticles(model, rest, mostFound);
  const found = rows.slice(0, mostFound);
  seat.found = found.map(({ id }) => id);
  if (found.length === 0) terminal.print(say('plain.nothing-found'));
  terminal.print(
    ...found.map(({ id, title, topic, state }, at) => {
      const mark = state === 'in-force' ? '' : `${say('plain.comma')}${say(`kb.mark.${state}`)}`;
      return `${at + 1} ${shown(title)}${say('plain.comma')}${shown(topic)}${say('plain.comma')}${id}${mark}`;
    }),
  );
};

/** An article of those found last, part by part. */
const read = (seat: PlainSeat, rest: string): void => {
  const { session, terminal } = seat;
  const id = numbered(seat, seat.found, rest);
  if (id === undefined) return;
  readArticle(session, id);
  const { knowledge, today, language } = session.store.get();
  const article = knowledge.base?.readOut(id, today);
  if (!article) return;
  terminal.print(
    `${shown(article.article.title)}${session.say('plain.comma')}${id}`,
    ...article.parts
      .filter(({ text }) => text.trim() !== '')
      .map(({ name, text }) => `${term(language, 'part', name)}${session.say('plain.colon')}${shownParagraph(text)}`),
  );
};

/** Its short answer into the answer being written, and the article is cited. */
const insert = async (seat: PlainSeat, rest: string): Promise<void> => {
  const { session } = seat;
  if (rest !== '' || seat.found.length > 0) {
    const id = numbered(seat, seat.found, rest);
    if (id === undefined) return;
    readArticle(session, id);
  }
  await act(seat, 'insert-answer');
};

/**
 * Writes the answer; what stands there stays in front of it unless it is written anew: then it is put by. Every line is in the answer as
 * it comes, behind what stands there by then: another window may write in it too.
 */
const writeAnswer = async (seat: PlainSeat, rest: string): Promise<void> => {
  const { session, terminal } = seat;
  const { say, store } = session;
  const call = shownCall(store.get());
  const person = store.get().me?.id;
  if (!call || person === undefined || !canWrite(store.get())) {
    terminal.print(say('why.no-draft'));
    return;
  }
  const before = draftOf(store.get(), call.id).text.trim();
  if (before !== '') terminal.print(say('plain.answer.before'), shownParagraph(before));
  let anew = before !== '' && saidYes.test((await terminal.ask(say('plain.answer.anew'))).trim());
  const keep = (line: string): void => {
    const standing = draftOf(store.get(), call.id);
    const { buffer } = anew
      ? edit(edit(standing, { do: 'select-all' }).buffer, { do: 'erase', to: 'left' })
      : { buffer: standing };
    const next = store.get().me?.id === person ? withLine(buffer, line) : undefined;
    if (!next) {
      putLineBy(session, terminal, { person, call: call.id, max: answerLimit }, line);
      return;
    }
    if (anew) session.kept.putBy(person, call.id, standing.text);
    anew = false;
    store.update((model) => withDraft(model, call.id, next));
  };
  if (rest === '') await readParagraph(session, terminal, say('answer.title'), keep);
  else keep(rest);
  terminal.print(say('plain.answer.kept', { count: [...draftOf(store.get(), call.id).text].length }));
};

/** Other texts that were written for the call in hand; with a number, that one is the answer from now on. */
const otherTexts = (seat: PlainSeat, rest: string): void => {
  const { session, terminal } = seat;
  const { say, store } = session;
  const call = shownCall(store.get());
  const texts = call ? session.kept.otherTexts(call.id) : [];
  if (texts.length === 0) {
    terminal.print(say('older.none'));
    return;
  }
  if (rest === '') {
    terminal.print(
      ...texts.map(({ paper }, at) => `${at + 1} ${shownParagraph(paper.text)}`),
      say('plain.older.which'),
    );
    return;
  }
  const text = numbered(seat, texts, rest);
  if (!text) return;
  if (!canWrite(store.get())) {
    terminal.print(say('older.read-only'));
    return;
  }
  session.kept.bringBack(text);
  terminal.print(say('older.brought'));
};

const mostTickets = 20;

const listTickets = ({ session, terminal }: PlainSeat): void => {
  const model = session.store.get();
  const own = [...model.tickets.values()].sort(
    (a, b) => Number(b.state === 'open') - Number(a.state === 'open') || (a.openedAt < b.openedAt ? 1 : -1),
  );
  if (own.length === 0) terminal.print(session.say('tickets.none'));
  terminal.print(
    ...own
      .slice(0, mostTickets)
      .map((ticket) =>
        [
          ticket.number,
          shown(ticket.name),
          term(model.language, 'ticket', ticket.state),
          truncate(shown(ticket.question), 40),
        ].join(session.say('plain.comma')),
      ),
  );
};

const holdOrBack =
  (wanted: 'active' | 'held') =>
  async (seat: PlainSeat): Promise<void> => {
    const { session, terminal } = seat;
    const call = shownCall(session.store.get());
    if (call?.state !== wanted && (call?.state === 'active' || call?.state === 'held'))
      terminal.print(session.say('plain.already', { state: term(session.store.get().language, 'call', call.state) }));
    else await act(seat, 'hold');
  };

const elsewhere =
  (key: PlainKey) =>
  ({ session, terminal }: PlainSeat): void =>
    terminal.print(session.say(key));

const help = ({ session, terminal }: PlainSeat): void =>
  terminal.print(
    ...commandsIn(session.store.get()).map(
      ({ names, help: key }) => `${names.join(' ')}${session.say('plain.colon')}${session.say(key)}`,
    ),
    session.say('plain.help.more'),
  );

/** What each name does, in the order of a shift. */
const commands: readonly (readonly [PlainName, PlainKey, PlainCommand['run']])[] = [
  ['queue', 'plain.help.queue', listQueue],
  ['take', 'plain.help.take', takeCall],
  ['call', 'plain.help.call', callInHand],
  ['search', 'plain.help.search', search],
  ['read', 'plain.help.read', read],
  ['use', 'plain.help.use', insert],
  ['answer', 'plain.help.answer', (seat, _rest, typed) => writeAnswer(seat, typed)],
  ['older', 'plain.help.older', otherTexts],
  ['say', 'plain.help.say', ({ session, terminal }, _rest, typed) => sayAloud(session, terminal, typed)],
  ['readout', 'plain.help.read-out', doing('read-out')],
  ['finish', 'help.finish-practice', doing('finish-practice')],
  ['close', 'help.close', doing('close')],
  ['dispatch', 'help.dispatch', doing('dispatch')],
  ['undo', 'help.take-back', doing('take-back')],
  ['resend', 'help.send-now', doing('resend')],
  ['hold', 'plain.help.hold', holdOrBack('active')],
  ['resume', 'plain.help.resume', holdOrBack('held')],
  ['return', 'help.return', doing('return')],
  ['move', 'help.move', doing('move')],
  ['end', 'help.end', doing('end')],
  ['decline', 'help.decline', doing('decline')],
  ['number', 'plain.help.number', elsewhere('plain.elsewhere.number')],
  ['verify', 'plain.help.verify', elsewhere('plain.elsewhere.verify')],
  ['sums', 'plain.help.sums', elsewhere('plain.elsewhere.sums')],
  ['tickets', 'help.tickets', listTickets],
  ...seatChoices.map((choice) => [choice, `help.seat-${choice}`, doing(`seat-${choice}`)] as const),
  ['help', 'plain.help.help', help],
  ['quit', 'help.quit', doing('quit')],
];

const talking: readonly PlainName[] = ['say', 'readout', 'finish'];

/** Everything that can be typed. */
export const plainCommands: readonly PlainCommand[] = commands.map(([name, words, run]) => ({
  names: plainNames[name],
  help: words,
  talks: talking.includes(name),
  run,
}));

/** Those that there are at this seat. */
const commandsIn = (model: SeatModel): readonly PlainCommand[] =>
  hasConversation(model) ? plainCommands : plainCommands.filter(({ talks }) => !talks);

/** What a typed line means: a command, and what stands behind it. */
export const commandOf = (
  line: string,
  model: SeatModel,
): { command: PlainCommand; rest: string; typed: string } | undefined => {
  // Names are of characters that have as many plain forms as they are.
  const behind = (name: string): { rest: string; typed: string } => ({
    rest: typed.slice(name.length).trim(),
    typed: line.trim().slice(name.length).trim(),
  });
  const known = commandsIn(model);
  const typed = line.normalize('NFKC').trim();
  const word = /^\S*/.exec(typed)?.[0].toLowerCase() ?? '';
  const exact = known.find(({ names }) => names.includes(word));
  if (exact) return { command: exact, ...behind(word) };
  // An input method leaves no space behind a word.
  const joined = known
    .flatMap((command) => command.names.map((name) => ({ command, name })))
    .filter(({ name }) => /^\p{Script=Han}/u.test(name) && typed.startsWith(name))
    .sort((a, b) => b.name.length - a.name.length)[0];
  return joined && { command: joined.command, ...behind(joined.name) };
};
