import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { readAnswer } from '../../src/fund-wire/answer.ts';
import { type Kind, kindOf } from '../../src/fund-wire/kind.ts';
import { operationNames, operations } from '../../src/fund-wire/operations.ts';
import { readQuestion } from '../../src/fund-wire/question.ts';
import { parseWireJson } from '../../src/fund-wire/wire-json.ts';
import { shippedMapping } from './support/mappings.ts';

const namesOf = (kind: Kind, path = ''): string[] => {
  if (kind.is === 'list') return kind.of.is === 'record' ? [path, ...namesOf(kind.of)] : [path];
  if (kind.is !== 'record') return [path];
  return Object.entries(kind.fields).flatMap(([name, inner]) => namesOf(inner, path === '' ? name : `${path}.${name}`));
};

const files = ['fund-port.md', 'fund-port.zh-CN.md'];
const docs = (file: string): string => readFileSync(path.join(import.meta.dirname, '../../docs', file), 'utf8');

it.each(files)('the question and the answer in %s are those of the wire', (file) => {
  const mapping = shippedMapping('jgj-t-320');
  const [body = '', answer = ''] = [...docs(file).matchAll(/```json\n([^`]*)```/g)].map((match) => match[1]);
  const question = { account: '990000000101' };
  const received = { method: 'POST', path: '/fund/v1/employee', headers: {}, body };
  expect(readQuestion(mapping, received)).toEqual({ name: 'employee', question });
  expect(readAnswer(mapping, 'employee', question, { status: 200, body: parseWireJson(answer) })).toMatchObject({
    outcome: 'answered',
    answer: { account: question.account, balance: 4_800_000 },
  });
});

it.each(files)('%s tells every field of every operation, and no other', (file) => {
  const text = docs(file);
  const sections = new Map(
    text
      .split(/^### /m)
      .slice(1)
      .map((section) => [/^`([\w-]+)`/.exec(section)?.[1], section.split(/^## /m)[0]!]),
  );
  expect([...sections.keys()]).toEqual(operationNames);
  for (const name of operationNames) {
    const told = [...sections.get(name)!.matchAll(/^\| 　?`([\w.]+)`/gm)].map((match) => match[1]);
    expect(told, name).toEqual(namesOf(kindOf(operations[name].record)));
  }
});
