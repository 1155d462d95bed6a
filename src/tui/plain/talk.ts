import { isHeard } from '../actions/practice-actions.ts';
import type { SpokenLine } from '../state/conversation/conversation.ts';
import { spokenIn, talkedCall } from '../state/conversation/talk.ts';
import type { SeatModel } from '../state/model.ts';
import { myCalls } from '../state/selectors.ts';
import type { SeatSession } from '../state/session.ts';
import { shown } from '../text/styled-line.ts';
import { type Say, term } from '../words/words.ts';
import type { LineTerminal } from './line-terminal.ts';

/** Who said it, how they feel, and what they said. */
export const spokenWords = (line: SpokenLine, { language }: SeatModel, say: Say): string => {
  const text = shown(line.text);
  if (line.who === 'line') return text;
  const felt = line.mood !== undefined && line.mood !== 'calm';
  const said = felt ? say('talk.felt', { mood: term(language, 'mood', line.mood!), text }) : text;
  return `${say(line.who === 'citizen' ? 'talk.citizen' : 'talk.expert')}${say('plain.colon')}${said}`;
};

/** What was said in the calls of this seat since, but for what the person said themselves. */
export const saidSince = (before: SeatModel, after: SeatModel, say: Say): readonly string[] =>
  before.talk?.spoken === after.talk?.spoken
    ? []
    : myCalls(after).flatMap(({ id }) =>
        spokenIn(after, id)
          .slice(spokenIn(before, id).length)
          .filter(({ who }) => who !== 'expert')
          .map((line) => spokenWords(line, after, say)),
      );

/** Says something to the citizen; asks for it when nothing stands behind the command. */
export const sayAloud = async (session: SeatSession, terminal: LineTerminal, rest: string): Promise<void> => {
  const { say, store } = session;
  const reason = isHeard(store.get(), say);
  const call = talkedCall(store.get());
  if (reason !== undefined || !call) {
    terminal.print(reason ?? say('why.no-call'));
    return;
  }
  const text = rest === '' ? (await terminal.ask(say('plain.ask-say'))).trim() : rest;
  // The citizen may have hung up meanwhile.
  const late = isHeard(store.get(), say);
  if (text === '') terminal.print(say('why.nothing-to-say'));
  else if (late === undefined) session.speak(call.id, text);
  else terminal.print(late);
};
