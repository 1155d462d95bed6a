import { readFile } from 'node:fs/promises';
import type { Topic } from '../../kb/topics.ts';
import type { Context } from '../context.ts';
import { refused } from '../input/checked.ts';
import { nearest } from '../nearest.ts';

/** A question and the topic that should be found for it. */
export interface Question {
  /** In the file, from 1. */
  readonly line: number;
  readonly topic: string;
  /** What sort of question it is; empty when the file does not say. */
  readonly kind: string;
  readonly query: string;
}

/**
 * Reads a TSV file whose header names at least `topic` and `query`, perhaps `kind`; other columns are passed over.
 * @throws {Failure} exit 7 naming file and line; and what the file system throws
 */
export const readQuestions = async (
  context: Context,
  file: string,
  topics: ReadonlyMap<string, Topic>,
): Promise<Question[]> => {
  const { say } = context;
  const wrong = (line: number, problem: string) => refused(context, [{ field: `${file}:${line}`, problem }]);
  const [head = '', ...lines] = (await readFile(file, 'utf8')).replace(/^\ufeff/, '').split(/\r?\n/);
  const names = head.split('\t').map((name) => name.trim());
  const [topicAt, queryAt, kindAt] = ['topic', 'query', 'kind'].map((name) => names.indexOf(name)) as [
    number,
    number,
    number,
  ];
  if (topicAt < 0 || queryAt < 0) throw wrong(1, say('kb.eval.header'));
  const questions = lines.flatMap((text, at): Question[] => {
    if (text.trim() === '') return [];
    const line = at + 2;
    const cells = text.split('\t').map((cell) => cell.trim());
    const [topic = '', query = '', kind = ''] = [cells[topicAt], cells[queryAt], cells[kindAt]];
    if (cells.length !== names.length || query === '')
      throw wrong(line, say('kb.eval.columns', { count: names.length }));
    if (!topics.has(topic)) {
      const meant = nearest(topic, [...topics.keys()]);
      throw wrong(line, say('kb.unknown-topic', { value: topic }) + (meant ? say('usage.meant', { word: meant }) : ''));
    }
    return [{ line, topic, kind, query }];
  });
  if (questions.length === 0) throw wrong(1, say('kb.eval.empty'));
  return questions;
};
