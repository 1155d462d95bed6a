import type { VerifiedView } from '../../contract/shapes/identity.ts';
import { accountDeskOf } from '../state/accounts/change-desk.ts';
import { accountCall, isLocked, isTalking, personNow } from '../state/accounts/verified.ts';
import type { SeatModel } from '../state/model.ts';
import { shown } from '../text/styled-line.ts';
import { cellWidth, truncate } from '../text/width.ts';
import type { Theme } from '../theme.ts';
import type { Say } from '../words/words.ts';
import type { Span } from './spans.tsx';

/** Whose account it is, and as what they speak: the holder, for the holder, or for an employer. */
export const personText = ({ name, subject, authorisation }: VerifiedView, say: Say): string =>
  say('identity.verified', {
    name: shown(name),
    as: say(
      subject === 'employer'
        ? 'identity.clerk'
        : authorisation === null
          ? 'identity.holder'
          : `authorisation.${authorisation}`,
    ),
  });

const identitySpan = (model: SeatModel, theme: Theme, say: Say, short: boolean): Span & { text: string } => {
  if (isLocked(model)) return { text: `✗ ${say('identity.locked')}`, style: theme.urgent };
  const person = personNow(model);
  if (person) return { text: `✓ ${personText(person, say)}`, style: theme.good };
  if (!isTalking(model)) return { text: say('identity.over'), style: theme.quiet };
  const { identity } = accountDeskOf(model, model.callAt ?? '');
  return identity && identity.failures > 0
    ? { text: say(short ? 'identity.left.short' : 'identity.left', { left: identity.left }), style: theme.warn }
    : { text: say(short ? 'identity.over' : 'identity.none'), style: theme.quiet };
};

/**
 * What is known of who the shown call's caller is, in at most `room` cells; nothing for a call that is not at this seat. Beside a long
 * name it is told in few words: the number of tries that are left must not be what is cut.
 */
export const identitySpans = (model: SeatModel, room: number, theme: Theme, say: Say): Span[] => {
  if (!accountCall(model)) return [];
  const span = identitySpan(model, theme, say, false);
  const told = cellWidth(span.text) <= room ? span : identitySpan(model, theme, say, true);
  return [{ ...told, text: truncate(told.text, room) }];
};
