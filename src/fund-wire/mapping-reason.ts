import type * as z from 'zod';
import { type FieldReason, fieldReason } from '../files/field-reason.ts';

/** What a mapping file must have where it has not: said in both languages. */
export const expected = {
  field: 'a name on the wire such as GRZHYE, {field: name, …}, or {constant: value} is missing',
  record: 'the fields of a record are missing here',
  list: '{list: name, each: …}, or {constant: []} is missing',
  path: 'a name on the wire, or names joined by points, such as data.rows',
  oneOf: 'either field or constant',
  oneOfList: 'either list or constant',
  each: 'each must say how one of the list is read',
  constantNull: 'a constant must be null here',
  constantEmpty: 'a constant must be [] here',
  constantFits: 'this constant does not fit the field',
  constantNever: 'this field must come from the fund; it cannot be a constant',
  ambiguousCode: 'this code of theirs means two of ours',
  twice: 'this name on the wire is already used for another field',
  urlPath: 'a path such as /query/account',
  placeholder: 'values asked in the path and {names} of the path must be the same',
  header: 'the name of a header',
  question: 'where this value of the question goes: a name, or {body|query|path|header: name}, is missing',
  echo: 'where the answer repeats the account asked for: {entry: name}, {answer: name}, or none',
  listAt: 'beside outcome.field a list must have a place of its own: at',
  bodyless: 'a GET has no body',
  noneUnsaid: 'it is not said how "not found" looks: outcome.status.none, outcome.codes.none, or outcome.empty: none',
  codesWithoutField: 'codes need outcome.field, and outcome.field needs codes',
  codeTwice: 'this code stands for two outcomes',
  operationTwice: 'another operation has the same method, path and constants',
} as const;

const inChinese: Record<string, string> = {
  [expected.field]: '缺少：报文中的名称（如 GRZHYE）、{field: 名称, …} 或 {constant: 值}',
  [expected.record]: '缺少：这里应写出记录的各个字段',
  [expected.list]: '缺少：{list: 名称, each: …} 或 {constant: []}',
  [expected.path]: '应为报文中的名称，多级以点连接，如 data.rows',
  [expected.oneOf]: 'field 与 constant 只能且必须写一个',
  [expected.oneOfList]: 'list 与 constant 只能且必须写一个',
  [expected.each]: 'each 须说明列表中的一项怎样读',
  [expected.constantNull]: '这里的 constant 只能是 null',
  [expected.constantEmpty]: '这里的 constant 只能是 []',
  [expected.constantFits]: 'constant 的值不符合该字段',
  [expected.constantNever]: '该字段必须来自中心的应答，不能写成 constant',
  [expected.ambiguousCode]: '对方的同一代码对应了我方的两个代码',
  [expected.twice]: '报文中的这一名称已用于另一字段',
  [expected.urlPath]: '应为路径，如 /query/account',
  [expected.placeholder]: '放在路径中的值须与路径里的 {名称} 一致',
  [expected.header]: '应为报文头的名称',
  [expected.question]: '缺少：提问的这个值放在哪里（名称，或 {body|query|path|header: 名称}）',
  [expected.echo]: '应答在哪里重复所问的账号：{entry: 名称}、{answer: 名称} 或 none',
  [expected.listAt]: '有 outcome.field 时，列表须用 at 说明自己的位置',
  [expected.bodyless]: 'GET 没有报文体',
  [expected.noneUnsaid]: '没有说明「查无此人」的样子：outcome.status.none、outcome.codes.none 或 outcome.empty: none',
  [expected.codesWithoutField]: 'codes 与 outcome.field 须同时写',
  [expected.codeTwice]: '这一代码表示了两种结果',
  [expected.operationTwice]: '另一操作的方法、路径和固定值与此相同',
};

const unknownKey = /^there is no such entry; known: (.*)$/;

/** Says which entries there are, instead of only that this is none. */
export const noSuchEntry = (known: readonly string[]): string => `there is no such entry; known: ${known.join(', ')}`;

const ownInChinese = (reason: string): string | undefined =>
  inChinese[reason] ?? (unknownKey.test(reason) ? reason.replace(unknownKey, '没有这一项；可写：$1') : undefined);

export const mappingReason = (issue: z.core.$ZodIssue): FieldReason => fieldReason(issue, ownInChinese);
