import type { Language } from '../contract/language.ts';
import type { BodyOf, ParsedBody, ParsedParams, ParsedQuery, ReplyOf, RouteName, Routes } from '../contract/routes.ts';
import type { Settings } from '../domain/settings.ts';
import type { User } from '../domain/user/user.ts';
import type { DraftNews } from './drafts.ts';
import type { PublishedWhole } from './knowledge/published-whole.ts';
import type { FundPort } from './ports/fund.ts';
import type { Engine } from './store/engine.ts';
import type { Stored } from './store/rows.ts';
import type { Db } from './store/schema.ts';
import type { Work } from './store/work.ts';
import type { Writer } from './store/writer.ts';
import type { Names } from './views/names.ts';

/** What the handlers of a running hub share. */
export interface Services {
  readonly engine: Engine;
  readonly writer: Writer;
  readonly names: Names;
  readonly whole: PublishedWhole;
  /** Where accounts are asked about; a hotline can do without. */
  readonly fund: FundPort | undefined;
  readonly draftNews: DraftNews;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

interface Asked<N extends RouteName> {
  services: Services;
  user: Stored<User>;
  params: ParsedParams<N>;
  query: ParsedQuery<N>;
  /** Of the words in a refusal. */
  language: Language;
}

type RoutesOf<Method> = { [N in RouteName]: Routes[N]['method'] extends Method ? N : never }[RouteName];

/** Routes that need no user or answer with something else than JSON; the server answers them itself. */
type Special = 'health.live' | 'health.ready' | 'metrics' | 'openapi' | 'events';

export type ReadName = Exclude<RoutesOf<'GET'>, Special>;
export type MutationName = RoutesOf<'POST' | 'PUT'>;
/** Mutations that ask a fund before they decide. */
export type PreparedName = 'identity.verify' | 'accounts.reveal';

/** Answers from the store as it stands. */
export type ReadHandler<N extends ReadName> = (asked: Asked<N> & { db: Db }) => Promise<ReplyOf<N>>;

type WithBody<N extends MutationName> = { body: BodyOf<N> extends undefined ? undefined : ParsedBody<N> };

/** Decides and writes in the writer's transaction, alone on the whole line while it runs. */
export type MutationHandler<N extends MutationName> = (
  asked: Asked<N> & WithBody<N> & { work: Work; settings: Settings },
) => Promise<ReplyOf<N>>;

/** What must be asked elsewhere first, while the line goes on. What it gives comes to `run` as `prepared`. */
export interface PreparedHandler<N extends MutationName, P> {
  prepare(asked: Asked<N> & WithBody<N> & { db: Db }): Promise<P>;
  run(asked: Asked<N> & WithBody<N> & { work: Work; settings: Settings }, prepared: P): Promise<ReplyOf<N>>;
}

export type ReadHandlers<N extends ReadName = ReadName> = { [K in N]: ReadHandler<K> };
export type MutationHandlers<N extends MutationName = Exclude<MutationName, PreparedName>> = {
  [K in N]: MutationHandler<K>;
};
