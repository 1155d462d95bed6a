import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Document, isMap, isSeq, parseDocument, type YAMLSeq } from 'yaml';
import type { Problem } from '../kb/problem.ts';
import { parseSnippets, type ReadSnippets } from '../kb/snippets/parse-snippets.ts';
import type { Snippet } from '../kb/snippets/snippet.ts';
import { fieldsHelp } from '../kb/snippets/snippet-text.ts';
import { configDir } from './places.ts';

/** Where a person's own snippets are kept, to be edited by hand as well. */
export const personalSnippetsPath = (env?: Record<string, string | undefined>): string =>
  path.join(configDir(env), 'snippets.yaml');

/** The file cannot be changed as long as it is not what it should be. */
export class SnippetsUnreadable extends Error {
  readonly file: string;
  readonly faults: readonly Omit<Problem, 'file'>[];

  constructor(file: string, faults: readonly Omit<Problem, 'file'>[]) {
    super(`${file} is not a file of snippets`);
    this.file = file;
    this.faults = faults;
  }
}

const head = `# 我的常用语。${fieldsHelp['zh-CN']}
snippets: []
`;

/** A person's own snippets: one YAML file of mode 0600, in which what was written by hand, comments too, stays as it is. */
export class PersonalSnippets {
  readonly file: string;

  constructor(file = personalSnippetsPath()) {
    this.file = file;
  }

  /** What is in the file. With faults, only what can be read all the same. @throws what the file system throws */
  read(): ReadSnippets {
    return parseSnippets(this.text());
  }

  /** An id that is not taken. */
  freshId(): string {
    const taken = new Set(this.read().snippets.map(({ id }) => id));
    for (let count = 1; ; count++) if (!taken.has(`my-${count}`)) return `my-${count}`;
  }

  /** Puts a snippet at the end, or in the place of the one with its id. @throws {SnippetsUnreadable} */
  put(snippet: Snippet): void {
    this.change(snippet.id, (list, at, document) => {
      const node = document.createNode(snippet);
      if (at < 0) list.add(node);
      else list.set(at, node);
    });
  }

  /** Whether there was such a snippet. @throws {SnippetsUnreadable} */
  remove(id: string): boolean {
    return this.change(id, (list, at) => {
      if (at >= 0) list.delete(at);
    });
  }

  private text(): string {
    try {
      return readFileSync(this.file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    }
  }

  /** Changes the list, given the place of a snippet in it; whether it was there before. */
  private change(id: string, make: (list: YAMLSeq, at: number, document: Document) => void): boolean {
    const before = this.text();
    const { faults } = parseSnippets(before);
    if (faults.length > 0) throw new SnippetsUnreadable(this.file, faults);
    const document = parseDocument(before.trim() === '' ? head : before);
    const list = document.get('snippets', true);
    if (!isSeq(list)) throw new SnippetsUnreadable(this.file, []);
    const at = list.items.findIndex((item) => isMap(item) && item.get('id') === id);
    make(list, at, document);
    // One below the other, as people write them; an empty list has no lines.
    list.flow = list.items.length === 0;
    this.write(document.toString({ lineWidth: 0 }));
    return at >= 0;
  }

  /** The file is whole at any moment: the old one or the new one. */
  private write(text: string): void {
    mkdirSync(path.dirname(this.file), { recursive: true, mode: 0o700 });
    const partial = path.join(path.dirname(this.file), `.${path.basename(this.file)}.${process.pid}.part`);
    try {
      writeFileSync(partial, text, { mode: 0o600 });
      renameSync(partial, this.file);
    } catch (error) {
      rmSync(partial, { force: true });
      throw error;
    }
  }
}
