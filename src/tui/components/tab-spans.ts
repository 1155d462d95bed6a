import type { Theme } from '../theme.ts';
import { type Span, spansWidth } from './spans.tsx';

/** Tabs in one line with their keys (digits), the shown one in brackets. Without room for every name, the nearest to it have theirs. */
export const tabSpans = (
  names: readonly string[],
  shown: number,
  width: number,
  theme: Theme,
  keys: readonly string[] = names.map((_, at) => String(at + 1)),
): Span[] => {
  const drawn = (named: ReadonlySet<number>): Span[] =>
    names.map((name, at): Span => {
      const words = named.has(at) ? `${keys[at]} ${name}` : keys[at]!;
      return at === shown ? { text: `[${words}]`, style: theme.strong } : { text: ` ${words} `, style: theme.quiet };
    });
  const nearest = [...names.keys()].sort((a, b) => Math.abs(a - shown) - Math.abs(b - shown));
  const named = new Set([shown]);
  for (const at of nearest) {
    if (spansWidth(drawn(new Set([...named, at]))) > width) break;
    named.add(at);
  }
  return drawn(named);
};
