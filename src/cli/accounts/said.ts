import { exitCode } from '../../contract/exit-code.ts';
import type { BodyOf } from '../../contract/routes.ts';
import { Verify } from '../../contract/shapes/identity.ts';
import { identityItems } from '../../domain/account/identity-items.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { ask } from '../input/ask.ts';
import { refused } from '../input/checked.ts';
import { check } from '../input/problems.ts';
import { readStdin } from '../input/text-or-stdin.ts';
import { remark } from '../output/show.ts';
import { wrongUsage } from '../usage-failure.ts';

/** What the caller says of themselves, as options. */
export interface SaidOptions {
  name?: string;
  idNumber?: string;
  employerAccount?: string;
  item?: string[];
  onBehalf?: boolean;
  authorisation?: string;
  stdin?: boolean;
}

const fields = ['name', 'id-number', 'employer-account', ...identityItems.filter((item) => item !== 'id-number')];

/** Fields of the contract that people know by an option's name. */
const optionOf: Readonly<Record<string, string>> = {
  idNumber: 'id-number',
  employerAccount: 'employer-account',
  items: 'item',
  'onBehalf.authorisation': 'authorisation',
  'onBehalf.authorisation.kind': 'authorisation',
  'onBehalf.authorisation.reference': 'authorisation',
};

/** `FIELD=VALUE` lines of stdin: what is typed there stands in no shell history and no list of processes. */
const linesOfStdin = async (context: Context): Promise<[string, string][]> => {
  const lines = (await readStdin(context, 'stdin')).split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [field = '', ...value] = line.split(/[=＝]/);
    if (!fields.includes(field.trim()) || value.length === 0) {
      throw refused(context, [
        { field: 'stdin', problem: context.say('accounts.stdin.line', { known: fields.join(' ') }) },
      ]);
    }
    return [field.trim(), value.join('=').trim()];
  });
};

const itemsOf = (context: Context, items: readonly string[]): [string, string][] =>
  items.map((item) => {
    const [field = '', ...value] = item.split(/[=＝]/);
    if (!(identityItems as readonly string[]).includes(field) || value.length === 0) {
      throw refused(context, [
        { field: 'item', problem: context.say('accounts.item', { known: identityItems.join(' ') }) },
      ]);
    }
    return [field, value.join('=')];
  });

const authorisationOf = (text: string | undefined) => {
  if (text === undefined) return null;
  const [kind = '', reference] = text.split(/[:：]/);
  return { kind, ...(reference !== undefined && { reference }) };
};

/** What others on the machine see in a list of processes, and the shell keeps. */
const warnOfArguments = (context: Context, { idNumber, item }: SaidOptions): void => {
  const said = (item ?? []).some((text) => !/^(?:phone=@call|employer=)/.test(text));
  if (idNumber !== undefined || said) remark(context, context.say('accounts.in-arguments'));
};

/** Asks on the terminal for what is missing, the number unseen; without one it is a field that is missing. */
const asked = async (context: Context, field: 'name' | 'id-number' | 'item', secret: boolean): Promise<string> => {
  if (!context.mayAsk) throw refused(context, [{ field, problem: context.say('input.missing') }]);
  const answer = await ask(`${context.say(`accounts.ask.${field}`)} `, { secret });
  if (answer === '') throw new Failure('interrupted', exitCode.interrupted, '');
  return answer;
};

/**
 * Who the caller says they are, from options, stdin and the terminal.
 * @throws {Failure} exit 7 naming the field, exit 2 for options that do not go together
 */
export const saidOf = async (context: Context, options: SaidOptions): Promise<BodyOf<'identity.verify'>> => {
  warnOfArguments(context, options);
  const said = new Map<string, string>(options.stdin ? await linesOfStdin(context) : []);
  for (const [field, value] of itemsOf(context, options.item ?? [])) said.set(field, value);
  if (options.name !== undefined) said.set('name', options.name);
  if (options.idNumber !== undefined) said.set('id-number', options.idNumber);
  if (options.employerAccount !== undefined) said.set('employer-account', options.employerAccount);
  const employerAccount = said.get('employer-account');
  if (employerAccount !== undefined && (options.onBehalf || options.authorisation !== undefined)) {
    throw wrongUsage(context.say('accounts.clerk-behalf'));
  }
  const name = said.get('name') ?? (await asked(context, 'name', false));
  const idNumber =
    said.get('id-number') ?? (employerAccount === undefined ? await asked(context, 'id-number', true) : undefined);
  const named = new Set<string>(['name', 'employer-account', ...(employerAccount === undefined ? ['id-number'] : [])]);
  const given = [...said].filter(([field]) => !named.has(field));
  const items = Object.fromEntries(
    given.length > 0 || !context.mayAsk ? given : itemsOf(context, [await asked(context, 'item', true)]),
  );
  const body =
    employerAccount === undefined
      ? {
          subject: 'person',
          name,
          idNumber,
          items,
          onBehalf:
            options.onBehalf || options.authorisation !== undefined
              ? { authorisation: authorisationOf(options.authorisation) }
              : undefined,
        }
      : { subject: 'employer', employerAccount, name, items };
  const present = JSON.parse(JSON.stringify(body));
  const result = check(Verify, present, context);
  if (result.ok) return present;
  throw refused(
    context,
    result.problems.map(({ field, problem }) => ({ field: optionOf[field] ?? field, problem })),
  );
};
