import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { exitCode } from '../../contract/exit-code.ts';
import { TicketView } from '../../contract/shapes/ticket.ts';
import { draftScenario } from '../../practice/authoring/draft-scenario.ts';
import { personalDataLeft } from '../../practice/authoring/personal-data.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { withHub } from '../hub/with-hub.ts';
import { refused } from '../input/checked.ts';
import { check } from '../input/problems.ts';
import { show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { openSchool, ownScenarios } from './school.ts';

interface AuthorOptions {
  id: string;
  from?: string;
  out?: string;
}

/** A ticket from a file, as `tickets show --json` writes it. @throws {Failure} exit 3, 7 */
const ticketFrom = async (context: Context, file: string): Promise<TicketView> => {
  let data: unknown;
  try {
    data = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw refused(context, [{ field: file, problem: message }]);
    throw new Failure('not_found', exitCode.notFound, context.say('practice.cannot-read', { file, reason: code }));
  }
  const read = check(TicketView, (data as { ticket?: unknown }).ticket ?? data, context);
  if (!read.ok) throw refused(context, read.problems);
  return read.value;
};

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/**
 * `practice author TICKET --id ID`: begins a scenario from a ticket that is done, of the hub at which one is signed in, or of a file. Whatever says
 * who the citizen was is replaced; exit 8, and nothing is written, when something may still say it.
 */
export const authorScenario: Work<[string | undefined], AuthorOptions> = async (context, [number], options) => {
  const { say } = context;
  const school = await openSchool(context);
  if ((number === undefined) === (options.from === undefined))
    throw new Failure('usage', exitCode.usage, say('practice.author.which'));
  const ticket =
    options.from === undefined
      ? await withHub(
          context,
          async (client) => (await client.call('tickets.show', { params: { number: number! } })).ticket,
        )
      : await ticketFrom(context, options.from);
  if (ticket.state === 'open')
    throw new Failure('ticket_state', exitCode.conflict, say('practice.author.open', { number: ticket.number }));
  const { yaml, replaced } = draftScenario(ticket, options.id, school.base);
  const left = personalDataLeft(yaml, [ticket.name, ticket.handledBy?.name ?? '']);
  if (left.length > 0)
    throw new Failure('check_failed', exitCode.checkFailed, say('practice.author.left', { count: left.length }), {
      details: { left: left.length },
    });
  const file = options.out ?? path.join(ownScenarios(context), `${options.id}.yaml`);
  if (await isThere(file)) throw new Failure('conflict', exitCode.conflict, say('practice.author.exists', { file }));
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, yaml, { mode: 0o600, flag: 'wx' });
  const kinds = Object.fromEntries(
    Map.groupBy(replaced, ({ kind }) => kind)
      .entries()
      .map(([kind, all]) => [kind, all.length]),
  );
  await show(
    context,
    { file, replaced: kinds },
    () => `${say('practice.author.done', { file, count: replaced.length })}\n`,
  );
  return undefined;
};
