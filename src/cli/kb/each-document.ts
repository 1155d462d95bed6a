import { HubError } from '../../client/hub-error.ts';
import type { Context } from '../context.ts';
import type { Failure } from '../failure.ts';
import { failureOf } from '../report-failure.ts';

/** What became of one document of several. */
export type Outcome<T> =
  | { readonly document: string; readonly done: T }
  | { readonly document: string; readonly failure: Failure };

/**
 * Does something to each of several documents, one after the other. What the hub refuses of one does not keep it from the others;
 * what every further one would meet too (no hub, not signed in, not allowed) ends it.
 */
export const eachDocument = async <T>(
  context: Context,
  documents: readonly string[],
  work: (document: string) => Promise<T>,
): Promise<Outcome<T>[]> => {
  const outcomes: Outcome<T>[] = [];
  for (const document of documents) {
    try {
      outcomes.push({ document, done: await work(document) });
    } catch (error) {
      const its = error instanceof HubError && error.code !== 'not_signed_in' && error.code !== 'not_allowed';
      if (!its) throw error;
      outcomes.push({ document, failure: await failureOf(error, context) });
    }
  }
  return outcomes;
};

/** The exit code of the first failure; 0 when there is none. */
export const firstExit = (outcomes: readonly Outcome<unknown>[]): number =>
  outcomes.flatMap((outcome) => ('failure' in outcome ? outcome.failure.exit : []))[0] ?? 0;
