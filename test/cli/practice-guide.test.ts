import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { Claim } from '../../src/practice/claims/claim.ts';
import { ClaimForm } from '../../src/practice/claims/claim-form.ts';
import { readTurn } from '../../src/practice/claims/turn.ts';
import { Scenario } from '../../src/practice/scenario/scenario.ts';
import { library } from '../practice/school.ts';
import { freshFolder, run } from './support/program.ts';

const guide = readFileSync(path.resolve('docs/writing-scenarios.zh-CN.md'), 'utf8');

/** An example of the guide, by the file name that its first line gives. */
const example = (name: string): string => {
  const text = guide.match(/```yaml\n[\s\S]*?```/g)?.find((block) => block.includes(`# ${name}\n`));
  if (!text) throw new Error(`the guide has no ${name}`);
  return text.replaceAll(/^```.*\n?/gm, '');
};

const id = 'my-new-clerk';
const bad = '  - {name: a, edits: [{at: 1, with: []}], loses: [outcome.ending]}\n';
const school = () => {
  const dir = freshFolder();
  const data = path.join(dir, 'data');
  const write = (name: string, text: string): string => {
    const file = path.join(data, 'practice', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  };
  const practice = (...args: string[]) =>
    run(['practice', ...args, '--data', data], { env: { EXPERT_SEAT_CONFIG_DIR: dir } });
  return { write, practice };
};

const Marked = z.object({ score: z.number(), marks: z.array(z.object({ id: z.string(), earned: z.number() })) });

it('what the guide to writing scenarios shows has no fault, and is handled as it says', async () => {
  const { write, practice } = school();
  write(`scenarios/${id}.yaml`, example(`${id}.yaml`));
  const answers = write('good.yaml', example('good.yaml'));
  const { code, stdout, stderr } = await practice('lint');
  expect([code, stdout], stderr).toEqual([0, '']);
  const good = await practice('run', id, '--answers', answers, '--json');
  expect(Marked.parse(JSON.parse(good.stdout)).score, good.stdout).toBe(100);
  const wrong = example('good.yaml').replace(/- say: UK在您手里，.*/, '- say: UK要补办UK才能用。');
  const { marks } = Marked.parse(
    JSON.parse((await practice('run', id, '--answers', write('wrong.yaml', wrong), '--json')).stdout),
  );
  expect(marks).toContainEqual(expect.objectContaining({ id: 'not-said.new-ukey', earned: 0 }));
});

it('the guide names every field that a scenario can have', () => {
  const { citizen, expect: expected, handed_over } = Scenario.shape;
  const fields = [Scenario.shape, citizen.shape, expected.shape, handed_over.shape].flatMap((one) => Object.keys(one));
  expect(fields.filter((field) => !new RegExp(`\`${field}\\b`).test(guide))).toEqual([]);
});

it.each([
  ['改密码', '您登录以后改一下密码就行', 'said'],
  ['改密码', '您改密码了吗', undefined],
  ['补办UK', 'UK在您手里，不用补办UK', 'contradicted'],
  ['补办UK', '她说要补办UK', undefined],
  ['不用补办UK', '您去补办UK', 'contradicted'],
  [{ point: '10日内', any: ['10日'] }, '自受理起十天之内给您答复', 'said'],
  [{ point: '先登记再结算', all: ['登记', '结算'], in_order: true }, '结算之前先做登记', 'said'],
  [{ point: '先登记再结算', all: ['登记', '结算'], in_order: true }, '先结算，再做登记', 'contradicted'],
  ['单位…授权', '单位给您出一份授权书', 'said'],
] as const)('as the guide says, %j is heard in %s: %s', (form, sentence, heard) => {
  expect(new Claim(ClaimForm.parse(form), library.rules.vocabulary).heardIn(readTurn(sentence))).toBe(heard);
});

it("finds what is wrong in a trainer's own scenarios and handlings, by file and line", async () => {
  const { write, practice } = school();
  const scenario = write(`scenarios/${id}.yaml`, example(`${id}.yaml`).replace('level: 1', 'level: 4'));
  const handlings = write(`handlings/${id}.yaml`, `scenario: ${id}\ngood:\n  - dance: 1\nbad: []\n`);
  const other = write('handlings/other.yaml', `scenario: ${id}\ngood: [take]\nbad:\n${bad}${bad}`);
  const lint = await practice('lint');
  expect(lint.code).toBe(8);
  expect(lint.stdout).toContain(`${scenario}:4: level`);
  expect(lint.stdout).toContain(`${handlings}:3: good`);
  expect(lint.stdout).toContain(`${other}:1: 文件须名为 ${id}.yaml`);
  const tried = await practice('show', id);
  expect([tried.code, tried.stderr]).toEqual([8, expect.stringContaining(`写得有错误，不能用：${scenario}`)]);
});
