import type { Language } from '../../contract/language.ts';
import type { VerifiedView } from '../../contract/shapes/identity.ts';
import type { Policy } from '../../kb/policy.ts';
import { shown } from '../text/styled-line.ts';
import type { Say } from '../words/words.ts';

/** To whom something is said, and on which day. */
export interface Saying {
  readonly person: VerifiedView;
  readonly language: Language;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly say: Say;
  readonly policy: Policy | undefined;
  /** More than one is verified in the call, so that `your` would not say whose. */
  readonly several: boolean;
}

/** A sentence of what an account says, without anything that would tell whose it is. */
export type Sayer<Reply> = (reply: Reply, saying: Saying) => string;

/** `your`, the employer's, or that of the person for whom the caller speaks; by the masked name where several are spoken of. */
export const whose = ({ person, several, say }: Saying): string => {
  if (several) return say('said.of', { name: shown(person.name) });
  if (person.subject === 'employer') return say('said.employers');
  return person.authorisation === null ? say('said.yours') : say('said.of', { name: shown(person.name) });
};

/** Sentences one after the other; those that say nothing left out. */
export const sentences = (parts: readonly (string | undefined)[], { say }: Saying): string =>
  parts.filter((part) => part !== undefined && part !== '').join(say('said.gap'));

/** Things in a row, such as papers that are missing. */
export const listed = (things: readonly string[], { say }: Saying): string => things.map(shown).join(say('list.comma'));

/** Of a long list the newest are said; the rest can be asked for. */
export const mostSaid = 3;
