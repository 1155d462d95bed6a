import type { Snippet } from '../../kb/snippets/snippet.ts';
import type { EditBuffer } from '../text/edit-buffer.ts';
import type { SettingKey } from './palette/offer.ts';
import type { SumKind } from './sums/sum-kind.ts';

export type FormKind =
  | 'sign-in'
  | 'close'
  | 'dispatch'
  | 'return'
  | 'move'
  | 'reveal'
  | 'correct'
  | 'verify'
  | 'reveal-field'
  | 'export'
  | 'keep-snippet'
  | SumKind;

/** What lies over the screen and has the keys. */
export type Overlay =
  | { readonly kind: 'help'; readonly scroll: number }
  /** `setting`: the one whose values are offered. */
  | { readonly kind: 'palette'; readonly query: EditBuffer; readonly at: number; readonly setting?: SettingKey }
  | { readonly kind: 'seat'; readonly at: number }
  /** `doubted`: something else was typed into it, so that the next Enter may belong to that. */
  | { readonly kind: 'confirm'; readonly what: 'quit'; readonly doubted?: boolean }
  | { readonly kind: 'confirm'; readonly what: 'end'; readonly call: string; readonly doubted?: boolean }
  /** What can be done with the article at hand; articles related to it; its text for the citizen's telephone. */
  | { readonly kind: 'article-menu'; readonly at: number }
  | { readonly kind: 'related'; readonly at: number }
  | { readonly kind: 'sms' }
  /** What is said again and again; `mine`: the person's own, as their file had them when it was opened. */
  | { readonly kind: 'snippets'; readonly query: EditBuffer; readonly at: number; readonly mine: readonly Snippet[] }
  /** Which sum. */
  | { readonly kind: 'sums'; readonly at: number }
  /** What is to be sent and what was refused; of a refusal, both texts; earlier texts of an answer. */
  | { readonly kind: 'outbox'; readonly at: number }
  | { readonly kind: 'conflict'; readonly entry: string; readonly at: number; readonly scroll: number }
  | { readonly kind: 'older'; readonly at: number }
  /**
   * The form's content is in `model.forms`, so that closing it loses nothing. Of a sum's form: the first line shown of what it gave, and
   * whether that has the keys.
   */
  | { readonly kind: 'form'; readonly form: string; readonly scroll?: number; readonly reads?: boolean };

/** What stands in a field: text being edited, or which of the choices. */
export type FieldValue =
  | { readonly type: 'text'; readonly buffer: EditBuffer }
  | { readonly type: 'choice'; readonly value: string };

/** A form that is being filled in. */
export interface FormState {
  readonly kind: FormKind;
  /** The call it is about, or the article that is to be corrected; empty for a form about neither. */
  readonly call: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Index of the field with the focus. */
  readonly at: number;
  /** Why it was not accepted. */
  readonly problem: string | undefined;
  readonly sending: boolean;
}

/** Forms of different calls, or articles, are kept apart. */
export const formKey = (kind: FormKind, call: string): string => `${kind} ${call}`;
