import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import type { Language } from '../../contract/language.ts';
import { openApi } from '../../contract/openapi.ts';
import { check } from '../../contract/problems.ts';
import type { Route } from '../../contract/route.ts';
import { type RouteName, routes } from '../../contract/routes.ts';
import { CallId } from '../../contract/shapes/call.ts';
import { toInstant } from '../../contract/shapes/text.ts';
import type { User } from '../../domain/user/user.ts';
import { signedIn } from '../access/sign-in.ts';
import { recordRefusal } from '../accounts/refused-query.ts';
import { accountLog } from '../handlers/account-log.ts';
import { accountReads } from '../handlers/account-reads.ts';
import { revealField } from '../handlers/account-reveal.ts';
import { auditReads } from '../handlers/audit.ts';
import { callReads } from '../handlers/call-reads.ts';
import { callWork } from '../handlers/call-work.ts';
import { correctionReads, correctionWork } from '../handlers/corrections.ts';
import { draftReads, draftWork } from '../handlers/drafts.ts';
import { identityReads, verifyIdentity } from '../handlers/identity.ts';
import { knowledgeReads } from '../handlers/knowledge-reads.ts';
import { knowledgeWork } from '../handlers/knowledge-work.ts';
import { practiceReads, practiceWork } from '../handlers/practice.ts';
import { seatReads, seatWork } from '../handlers/seats.ts';
import { settingsReads, settingsWork } from '../handlers/settings.ts';
import { ticketReads, ticketWork } from '../handlers/tickets.ts';
import { userReads, userWork } from '../handlers/users.ts';
import type { LiveStreams } from '../live/live-streams.ts';
import type { Metrics } from '../metrics.ts';
import { RecordedRefusal } from '../recorded-refusal.ts';
import { RequestError } from '../request-error.ts';
import type { MutationHandlers, PreparedName, ReadHandlers, Services } from '../services.ts';
import type { Stored } from '../store/rows.ts';
import { mutate } from './mutate.ts';
import { requestLanguage } from './request-language.ts';

const reads: ReadHandlers = {
  ...userReads,
  ...settingsReads,
  ...seatReads,
  ...callReads,
  ...draftReads,
  ...ticketReads,
  ...auditReads,
  ...knowledgeReads,
  ...correctionReads,
  ...identityReads,
  ...accountReads,
  ...accountLog,
  ...practiceReads,
};
const work: MutationHandlers = {
  ...userWork,
  ...settingsWork,
  ...seatWork,
  ...callWork,
  ...draftWork,
  ...ticketWork,
  ...knowledgeWork,
  ...correctionWork,
  ...practiceWork,
};

/** A handler as the server calls it, its input already parsed by its route's own shapes. */
type AnyHandler = (asked: object) => Promise<unknown>;
interface AnyPrepared {
  prepare(asked: object): Promise<unknown>;
  run(asked: object, prepared: unknown): Promise<unknown>;
}

const preparedWork: Record<PreparedName, unknown> = {
  'identity.verify': verifyIdentity,
  'accounts.reveal': revealField,
};

const parse = (shape: z.ZodType | undefined, value: unknown, language: Language, where: string): unknown => {
  if (!shape) return undefined;
  const checked = check(shape, value === undefined ? {} : value, language, where);
  if (!checked.ok) throw new RequestError('invalid_input', { problems: checked.problems });
  return checked.value;
};

/** The signed-in user of a request, if the route allows them. Who may not look into accounts and tries is recorded. */
const allowed = async (
  services: Services,
  name: RouteName,
  row: Route,
  request: FastifyRequest,
): Promise<Stored<User>> => {
  const user = await signedIn(services.engine.read, request.headers.authorization);
  if (!user) throw new RequestError('not_signed_in');
  request.log = request.log.child({ user: user.id });
  if (Array.isArray(row.roles) && !row.roles.includes(user.role)) {
    if (row.recorded) {
      const named = CallId.safeParse(request.params);
      const call = named.success ? named.data.id : undefined;
      const refused = { user: user.id, call, operation: operationOf(name), code: 'not_allowed' };
      await services.writer.write((work) => recordRefusal(work, refused));
    }
    throw new RequestError('not_allowed', { role: user.role, roles: row.roles.join(', ') });
  }
  return user;
};

/** As the audit log names it: `accounts.loans` is loans. */
const operationOf = (name: RouteName): string => name.slice(name.indexOf('.') + 1);

/** What a rule refuses and the audit log is to know is there before the answer leaves. */
const recorded = async <T>(services: Services, run: Promise<T>): Promise<T> => {
  try {
    return await run;
  } catch (error) {
    if (error instanceof RecordedRefusal) await services.writer.write(error.record);
    throw error;
  }
};

/** Undefined when the reader asks for nothing missed, NaN when it asks for what no hub has ever sent. */
const lastEventId = (header: string | string[] | undefined): number | undefined => {
  if (header === undefined || header === '') return undefined;
  return /^\d{1,15}$/.test(String(header)) ? Number(header) : Number.NaN;
};

/** Every row of the route table as a route of the server. */
export const registerRoutes = (
  server: FastifyInstance,
  services: Services,
  live: LiveStreams,
  metrics: Metrics,
  isReady: () => boolean,
): void => {
  const document = openApi(services.version);
  const special: Partial<Record<RouteName, (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>>> = {
    'health.live': async () => ({ ok: true, version: services.version, now: toInstant(services.clock()) }),
    'health.ready': async () => {
      if (!isReady()) throw new RequestError('shutting_down');
      try {
        await services.engine.read.selectFrom('chain').select('seq').execute();
      } catch {
        throw new RequestError('unavailable');
      }
      return { ok: true };
    },
    metrics: async (_, reply) => {
      reply.type(metrics.registry.contentType);
      return metrics.registry.metrics();
    },
    openapi: async () => document,
    events: async (request, reply) => {
      const user = await allowed(services, 'events', routes.events, request);
      const { seat } = parse(routes.events.query, request.query, requestLanguage(request), 'query') as {
        seat?: boolean;
      };
      await live.open(user, seat === true, lastEventId(request.headers['last-event-id']), reply);
    },
  };

  for (const [name, row] of Object.entries(routes) as [RouteName, Route][]) {
    server.route({
      method: row.method,
      url: row.path,
      config: { routeName: name },
      ...('bodyLimit' in row && { bodyLimit: row.bodyLimit }),
      handler: async (request, reply) => {
        const answer = special[name];
        if (answer) return answer(request, reply);
        if (!isReady()) throw new RequestError('shutting_down');
        const user = await allowed(services, name, row, request);
        const language = requestLanguage(request);
        const params = parse(row.params, request.params, language, 'path');
        const query = parse(row.query, request.query, language, 'query');
        const body = parse(row.body, request.body, language, 'body');
        const asked = { services, user, params, query, body, language };
        if (row.method === 'GET') {
          const read = reads[name as keyof ReadHandlers] as AnyHandler;
          const found = await recorded(services, read({ ...asked, db: services.engine.read }));
          return (row.reply as z.ZodType).parse(found);
        }
        const first = preparedWork[name as PreparedName] as AnyPrepared | undefined;
        const run = work[name as keyof MutationHandlers] as AnyHandler;
        const key = request.headers['idempotency-key'];
        return mutate(services.engine, services.writer, {
          user: user.id,
          key: typeof key === 'string' ? key : '',
          // Through JSON, so that what is absent and what is undefined are the same request.
          request: JSON.parse(JSON.stringify([name, params ?? null, body ?? null])),
          unkept: row.unkept ?? false,
          ...(first && { prepare: () => first.prepare({ ...asked, db: services.engine.read }) }),
          run: async (job, settings, found) => {
            const all = { ...asked, work: job, settings };
            return (row.reply as z.ZodType).parse(await (first ? first.run(all, found) : run(all)));
          },
        });
      },
    });
  }
};
