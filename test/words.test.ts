import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { en as cliEnglish } from '../src/cli/words/en.ts';
import { zhCN as cliChinese } from '../src/cli/words/zh-CN.ts';
import { chineseTerm } from '../src/contract/error-terms.ts';
import { ticketStates } from '../src/domain/ticket/ticket.ts';
import { en as seatEnglish } from '../src/tui/words/en.ts';
import { zhCN as seatChinese } from '../src/tui/words/zh-CN.ts';

type Catalogue = Readonly<Record<string, string>>;

const han = /[\u4e00-\u9fff]/;
/** Names in braces; `{count|month|months}` is `count`. */
const places = (text: string): string[] => [...text.matchAll(/\{(\w+)(?:\|[^}]*)?\}/g)].map(([, name]) => name!).sort();
/** An English sentence or half of one: words, not names, keys, addresses or what is typed. */
const english = /(?:^|[^\w./:=<>@-])(?:[A-Z]?[a-z]{2,}[ ,]+){2}[a-z]{2,}(?![\w./:=@-])/;

/** Places, and commands as they are typed. */
const typed = /\{[^}]*\}|expert-seat(?: [\w-]+)+/g;
/** English names what is only in Chinese, such as the parts of an article, and says what it is. */
const mostlyHan = (text: string): boolean =>
  (text.match(/\p{Script=Han}+/gu) ?? []).length > (text.match(/[A-Za-z]{2,}/g) ?? []).length;
/** How citizens are addressed when their calls are handed over; by what they are recognised, in either language. */
const addresses = 'name.addresses';

describe.each<[string, Catalogue, Catalogue]>([
  ['the seat', seatChinese, seatEnglish],
  ['the commands', cliChinese, cliEnglish],
])('the words of %s', (_name, chinese, english_) => {
  it('are there in both languages', () => {
    expect(Object.keys(english_).sort()).toEqual(Object.keys(chinese).sort());
    // What stands between two sentences is nothing in one language and a space in the other.
    const blank = (catalogue: Catalogue): string[] =>
      Object.keys(catalogue).filter((key) => catalogue[key]!.trim() === '');
    expect(blank(chinese)).toEqual(expect.arrayContaining(blank(english_)));
  });

  it('have the same places in both', () => {
    for (const key of Object.keys(chinese)) {
      const [one, other] = [places(chinese[key]!), places(english_[key]!)].map((names) => [...new Set(names)]);
      expect(other, key).toEqual(one);
    }
  });

  it('call a ticket’s state the same at a seat, in a command and in a refusal', () => {
    for (const state of ticketStates) {
      expect(cliEnglish[`ticketState.${state}`]).toBe(seatEnglish[`ticket.${state}`]);
      const said = seatChinese[`ticket.${state}`];
      expect([cliChinese[`ticketState.${state}`], chineseTerm('ticket_state', state)]).toEqual([said, said]);
    }
  });

  it('are each in their language', () => {
    const foreign = [
      ...Object.entries(english_).filter(([key, text]) => key !== addresses && mostlyHan(text)),
      ...Object.entries(chinese).filter(([, text]) => english.test(text.replaceAll(typed, ''))),
    ];
    expect(foreign).toEqual([]);
  });
});

/** What a person would read in a string: Chinese, or two English words in a row. */
const forPeople = (text: string): boolean => han.test(text) || /[A-Za-z]{2,}[,.:!?]? [a-z]{2,}/.test(text);

/** No text for people: an import, a type, a name of a property, the message of an error that only programmers see. */
const isOfTheProgram = (node: ts.Node): boolean => {
  const { parent } = node;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return true;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return true;
  if (ts.isElementAccessExpression(parent)) return true;
  for (let around: ts.Node | undefined = parent; around; around = around.parent)
    if (ts.isNewExpression(around) && /Error$/.test(around.expression.getText())) return true;
  return false;
};

const stringsOf = (file: string): { text: string; line: number }[] => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: { text: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isStringLiteralLike(node) ||
        ts.isTemplateHead(node) ||
        ts.isTemplateMiddleOrTemplateTail(node) ||
        ts.isJsxText(node)) &&
      !isOfTheProgram(node)
    )
      found.push({ text: node.text, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

/** What may stand in strings all the same, by where. */
const allowed: readonly (readonly [path: RegExp, text: RegExp])[] = [
  // What can be typed in the plain seat; understood in either language.
  [/^src\/tui\/plain\/commands\.ts$/, /^\p{Script=Han}{1,4}$/u],
  // Simulated citizens and the people of the demo: what they are called and what they say, as data.
  [/^src\/cli\/demo\/(?:callers|demo|short-shift)\.ts$/, han],
  // The expert of a seat without a hotline, by whom it is found again.
  [/^src\/cli\/seat\/local-expert\.ts$/, /^本机专家$/],
  // A part of an article, by its name in the file.
  [/^src\/cli\/kb\//, /^短信$/],
  [/^src\/cli\/kb\/skeleton\.ts$/, /^confidence: /],
  // Programs for shells, and commands as they are typed.
  [/^src\/cli\/completion\//, /COMP_WORDS|complet|compdef|\$at|__expert_seat/],
  [/^src\/cli\/fund-sandbox\/serve\.ts$/, /^expert-seat fund-sandbox /],
  // What the doctor measures.
  [/^src\/cli\/doctor\/terminal\.ts$/, /^(?:专家坐席|一次办成。)$/],
];

it.each([
  ['the seat', 'src/tui', 150],
  ['the commands', 'src/cli', 130],
])('no string for people stands outside the catalogue of %s', (_name, folder, least) => {
  const files = globSync(`${folder}/**/*.{ts,tsx}`).filter((file) => !file.startsWith(`${folder}/words/`));
  expect(files.length).toBeGreaterThan(least);
  const strays = files.flatMap((file) =>
    stringsOf(file)
      .filter(({ text }) => forPeople(text) && !allowed.some(([path, may]) => path.test(file) && may.test(text)))
      .map(({ text, line }) => `${file}:${line} ${JSON.stringify(text)}`),
  );
  expect(strays).toEqual([]);
});
