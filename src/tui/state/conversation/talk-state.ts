import type { EditBuffer } from '../../text/edit-buffer.ts';
import type { SpokenLine } from './conversation.ts';

/** What the seat knows of what is said, where citizens can be talked with. */
export interface Talk {
  /** As the conversation has it. */
  readonly spoken: ReadonlyMap<string, readonly SpokenLine[]>;
  readonly gone: ReadonlySet<string>;
  readonly over: string | undefined;
  /** When the seat closes by itself; undefined while it does not. Local clock. */
  readonly closesAt: number | undefined;
  /** What is being typed to be said, by call. */
  readonly sayings: ReadonlyMap<string, EditBuffer>;
  /** How many lines of a call have stood on the screen. */
  readonly heard: ReadonlyMap<string, number>;
  /** The call whose conversation is on the screen, as it was drawn last. */
  readonly inSight: string | undefined;
  /** The first line shown of it; undefined: the newest are, and new ones move it on. */
  readonly top: number | undefined;
}

export const emptyTalk: Talk = {
  spoken: new Map(),
  gone: new Set(),
  over: undefined,
  closesAt: undefined,
  sayings: new Map(),
  heard: new Map(),
  inSight: undefined,
  top: undefined,
};
