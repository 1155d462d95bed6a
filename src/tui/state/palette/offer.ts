import type { SeatPreferences } from '../../../client/seat-preferences.ts';
import type { Mark } from '../../text/marked-text.ts';

/** A preference that is changed at the seat; own keys are changed by `config keys`. */
export type SettingKey = Exclude<keyof SeatPreferences, 'keys'>;
export type SettingValue = SeatPreferences[SettingKey];

export type OfferKind = 'action' | 'article' | 'ticket' | 'call' | 'setting' | 'value' | 'writing';

/** Something that the palette offers. */
export interface Offer {
  readonly kind: OfferKind;
  /** Of the action, article, call, setting or key for writing; a ticket's number; a value as it is written. */
  readonly id: string;
  readonly title: string;
  /** What of the title answers to what was typed. */
  readonly mark?: Mark | undefined;
}

/** Names an offer among those chosen before. */
export const offerName = ({ kind, id }: Pick<Offer, 'kind' | 'id'>): string => `${kind}:${id}`;

/** Chosen before, the last one first, as far as it may be kept on the disk: nothing about citizens. */
export const mayBeKept = ({ kind }: Pick<Offer, 'kind'>): boolean =>
  kind === 'action' || kind === 'article' || kind === 'setting';
