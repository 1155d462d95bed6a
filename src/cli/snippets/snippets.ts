import { PersonalSnippets, SnippetsUnreadable } from '../../client/personal-snippets.ts';
import { exitCode } from '../../contract/exit-code.ts';
import { maskNumbers } from '../../domain/text/mask.ts';
import { type Problem, problemWords } from '../../kb/problem.ts';
import { parseSnippets } from '../../kb/snippets/parse-snippets.ts';
import { Snippet } from '../../kb/snippets/snippet.ts';
import { knownFields, unknownFields } from '../../kb/snippets/snippet-text.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { checked, refused } from '../input/checked.ts';
import { textOrStdin } from '../input/text-or-stdin.ts';
import { readKnowledge } from '../kb/seat-knowledge.ts';
import { nearest } from '../nearest.ts';
import { show } from '../output/show.ts';
import { facts, table } from '../output/table.ts';
import type { Work } from '../run.ts';

type Owned = Snippet & { readonly of: 'person' | 'centre' };

const unreadable = (context: Context, file: string, faults: readonly Omit<Problem, 'file'>[]): Failure =>
  refused(
    context,
    faults.map((fault) => ({ field: `${file}:${fault.line}`, problem: problemWords(fault, context.language) })),
  );

/** The person's own. @throws {Failure} exit 7 with file and line when the file is not what it should be */
const ownSnippets = (context: Context, own: PersonalSnippets): readonly Owned[] => {
  const { snippets, faults } = own.read();
  if (faults.length > 0) throw unreadable(context, own.file, faults);
  return snippets.map((snippet) => ({ ...snippet, of: 'person' }));
};

/** Those of the centre, as this seat has them. */
const sharedSnippets = async (context: Context): Promise<readonly Owned[]> => {
  const { documents } = await readKnowledge(context);
  const text = documents.find(({ id }) => id === 'snippets')?.text ?? '';
  return parseSnippets(text).snippets.map((snippet) => ({ ...snippet, of: 'centre' }));
};

const allSnippets = async (context: Context): Promise<readonly Owned[]> => [
  ...ownSnippets(context, new PersonalSnippets()),
  ...(await sharedSnippets(context)),
];

const whose = ({ say }: Context, of: Owned['of']): string => say(of === 'person' ? 'snippets.own' : 'snippets.shared');

const noSnippet = ({ say }: Context, id: string, known: readonly Owned[]): Failure => {
  const meant = nearest(
    id,
    known.map((snippet) => snippet.id),
  );
  return new Failure(
    'not_found',
    exitCode.notFound,
    say('snippets.none', { id }) + (meant ? say('usage.meant', { word: meant }) : ''),
    { hint: say('snippets.none.hint') },
  );
};

/** `snippets list`: the person's own and the centre's. */
export const listSnippets: Work<[], { mine?: boolean }> = async (context, _args, { mine }) => {
  const { say } = context;
  const snippets = mine ? ownSnippets(context, new PersonalSnippets()) : await allSnippets(context);
  await show(context, { snippets }, () =>
    snippets.length === 0
      ? `${say('snippets.empty')}\n`
      : table(
          [say('snippets.col.id'), say('snippets.col.of'), say('snippets.col.name'), say('snippets.col.text')],
          snippets.map(({ id, of, name, text }) => [id, whose(context, of), name, text]),
        ),
  );
  return undefined;
};

/** `snippets show`: one of them; the person's own when both have one of this id. */
export const showSnippet: Work<[string], object> = async (context, [id]) => {
  const { say } = context;
  const known = await allSnippets(context);
  const snippet = known.find((one) => one.id === id);
  if (!snippet) throw noSnippet(context, id, known);
  await show(context, { snippet }, () =>
    facts([
      [say('snippets.col.id'), snippet.id],
      [say('snippets.col.of'), whose(context, snippet.of)],
      [say('snippets.col.name'), snippet.name],
      [say('snippets.col.domain'), snippet.domain],
      [say('snippets.col.topics'), snippet.topics?.join(' ')],
      [say('snippets.col.text'), snippet.text],
    ]),
  );
  return undefined;
};

interface AddOptions {
  readonly text: string;
  readonly id?: string;
  readonly domain?: string;
  readonly topics?: string;
  readonly replace?: boolean;
}

/** Changes the file, or says what is wrong with it. */
const changing = <T>(context: Context, change: () => T): T => {
  try {
    return change();
  } catch (error) {
    if (error instanceof SnippetsUnreadable) throw unreadable(context, error.file, error.faults);
    throw error;
  }
};

/** `snippets add`: one more of the person's own. */
export const addSnippet: Work<[string], AddOptions> = async (context, [name], options) => {
  const { say } = context;
  const own = new PersonalSnippets();
  const known = ownSnippets(context, own);
  const text = (await textOrStdin(context, 'text', options.text)).trim();
  const topics = options.topics?.split(/[\s,，]+/).filter((topic) => topic !== '');
  const snippet = checked(context, Snippet, {
    id: options.id ?? own.freshId(),
    name,
    text,
    domain: options.domain,
    topics,
  });
  const unknown = unknownFields(text);
  if (unknown.length > 0) {
    const fields = Object.values(knownFields).map((field) => `{${field}}`);
    const details = { field: unknown.join(' '), known: fields.join(' ') };
    throw refused(context, [
      { field: 'text', problem: problemWords({ code: 'field_unknown', details }, context.language) },
    ]);
  }
  if (maskNumbers(text) !== text) throw refused(context, [{ field: 'text', problem: say('snippets.number') }]);
  if (!options.replace && known.some(({ id }) => id === snippet.id))
    throw new Failure('exists', exitCode.conflict, say('snippets.exists', { id: snippet.id }), {
      hint: say('snippets.exists.hint'),
    });
  changing(context, () => own.put(snippet));
  await show(context, { snippet, path: own.file }, () => `${say('snippets.added', { id: snippet.id, name })}\n`);
  return undefined;
};

/** `snippets remove`: one of the person's own. */
export const removeSnippet: Work<[string], object> = async (context, [id]) => {
  const own = new PersonalSnippets();
  const known = ownSnippets(context, own);
  if (!changing(context, () => own.remove(id))) throw noSnippet(context, id, known);
  await show(context, { removed: id }, () => `${context.say('snippets.removed', { id })}\n`);
  return undefined;
};

/** `snippets path`: the file of the person's own, to be edited by hand. */
export const snippetsPath: Work<[], object> = async (context) => {
  const { file } = new PersonalSnippets();
  await show(context, { path: file }, () => `${file}\n`);
  return undefined;
};
