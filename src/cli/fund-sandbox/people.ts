import { roles } from '../../fund-sandbox/cast/roles.ts';
import { jsonLine } from '../output/json.ts';
import { writeOut } from '../output/stdout.ts';
import { table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { term } from '../words/words.ts';
import { type SandboxGiven, sandboxOf } from './sandbox-of.ts';

const headings = ['role', 'name', 'id-number', 'phone', 'account', 'employer'] as const;

/** `fund-sandbox people`: whom one may ask for. They are nobody, so nothing of them is hidden. */
export const listCast: Work<[], SandboxGiven> = async (context, _args, options) => {
  const { say, language, json } = context;
  const sandbox = sandboxOf(context, options);
  const cast = roles.flatMap((role) => {
    const book = sandbox.personOf(role);
    return book ? [{ role, ...book.identity, loanAccount: book.loan?.account ?? null }] : [];
  });
  if (json) {
    await writeOut(jsonLine({ people: cast }));
    return undefined;
  }
  const rows = cast.map(({ role, name, idNumber, phone, account, employer }) => [
    term(language, 'fund-sandbox.role', role),
    name,
    idNumber,
    phone,
    account,
    employer?.account,
  ]);
  const shown = headings.map((heading) => say(`fund-sandbox.heading.${heading}`));
  await writeOut(table(shown, rows));
  return undefined;
};
