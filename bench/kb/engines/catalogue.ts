import type { Engine } from '../engine.ts';

/** Our own engine's name; all others are compared with it. */
export const ours = 'expert-seat';

/** Every row of the comparison. A process loads only the library that it measures. */
export const engines: Readonly<Record<string, () => Promise<Engine>>> = {
  [ours]: async () => (await import('./expert-seat.ts')).expertSeat(),
  minisearch: async () => (await import('./minisearch.ts')).miniSearch('minisearch', 'or'),
  'minisearch-and': async () => (await import('./minisearch.ts')).miniSearch('minisearch-and', 'and'),
  flexsearch: async () => (await import('./flexsearch.ts')).flexSearch('flexsearch', 'bigrams', 'if-nothing'),
  'flexsearch-suggest': async () =>
    (await import('./flexsearch.ts')).flexSearch('flexsearch-suggest', 'bigrams', 'always'),
  'flexsearch-cjk': async () => (await import('./flexsearch.ts')).flexSearch('flexsearch-cjk', 'cjk', 'if-nothing'),
  'flexsearch-text': async () => (await import('./flexsearch.ts')).flexSearchText('flexsearch-text'),
  orama: async () => (await import('./orama.ts')).orama('orama', 'bigrams'),
  'orama-words': async () => (await import('./orama.ts')).orama('orama-words', 'words'),
  'fuse-tokens': async () => (await import('./fuse.ts')).fuse('fuse-tokens', 'tokens'),
  'fuse-strict': async () => (await import('./fuse.ts')).fuse('fuse-strict', 'strict'),
  fuse: async () => (await import('./fuse.ts')).fuse('fuse', 'plain'),
};
