import { afterAll, beforeAll, expect, it } from 'vitest';
import { Verification } from '../../src/contract/shapes/audit.ts';
import { errorOf, startServe, type TestHub } from './support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startServe();
});
afterAll(() => hub.end());

const id = '01a20c88-900e-7656-b2df-359a487563f5';
const number = 'JN20261123-000123';
const long = 'x'.repeat(129);

/** Wrong in every way a command can be: arguments, exit code, and what the message must name. */
const wrong: [args: string, code: number, names: RegExp][] = [
  ['cals', 2, /cals.*calls/],
  ['calls', 2, /take/],
  ['calls tak', 2, /tak.*take/],
  ['--bogus', 2, /--bogus/],
  ['calls list --stat waiting', 2, /--stat.*--state/],
  ['calls list --state', 2, /--state/],
  ['calls list --state lost', 7, /state/],
  ['calls list --limit many', 7, /limit/],
  ['calls list --waiting --state held', 2, /--waiting/],
  ['calls list extra', 2, /0/],
  ['calls show', 2, /call/],
  ['calls show 1', 7, /id/],
  [`calls show ${id}`, 3, new RegExp(id)],
  ['calls take 1', 7, /id/],
  [`calls take ${id}`, 3, new RegExp(id)],
  [`calls hold ${id}`, 3, new RegExp(id)],
  ['calls resume x', 7, /id/],
  [`calls end ${id} --idempotency-key short`, 7, /idempotency-key/],
  [`calls end ${id} --idempotency-key ${long}`, 7, /idempotency-key/],
  [`calls return ${id}`, 2, /--note/],
  [`calls return ${id} --note=`, 7, /note/],
  [`calls abandon ${id} --note ${'x'.repeat(501)}`, 7, /note/],
  [`calls move ${id}`, 2, /--domain/],
  [`calls move ${id} --domain 公积金`, 7, /domain/],
  [`calls decline x`, 7, /id/],
  [`calls reveal ${id}`, 2, /--reason/],
  [`calls reveal ${id} --reason=`, 7, /reason/],
  ['calls seat asleep', 7, /reason/],
  ['calls watch --for soon', 7, /for/],
  ['calls transfer', 2, /--phone/],
  ['calls transfer --phone 138 --name a --domain gongjijin', 2, /--question/],
  ['calls transfer --phone abc --name a --domain gongjijin --question q', 7, /phone/],
  ['calls transfer --phone 13800001000 --name a --domain nowhere --question q', 7, /domain/],
  ['calls transfer --phone 13800001000 --name a --domain gongjijin --question q --priority now', 7, /priority/],
  ['calls transfer --phone 13800001000 --name a --domain gongjijin --question q --topic A.B', 7, /topic/],
  [`calls transfer --phone 13800001000 --name ${'x'.repeat(41)} --domain gongjijin --question q`, 7, /name/],
  ['tickets show 12', 7, /number/],
  [`tickets show ${number}`, 3, new RegExp(number)],
  [`tickets close ${number} --category 咨询`, 2, /--answer/],
  [`tickets close ${number} --category 闲聊 --answer a`, 7, /category/],
  [`tickets close ${number} --category 咨询 --answer=`, 7, /answer/],
  [`tickets close ${number} --category 咨询 --answer a --article ../x`, 7, /articles/],
  [`tickets close ${number} --category 咨询 --answer a`, 3, new RegExp(number)],
  [`tickets dispatch ${number} --unit u`, 2, /--reason/],
  [`tickets dispatch ${number} --unit u --reason r --urgency soon`, 7, /urgency/],
  [`tickets dispatch ${number} --unit u --reason r`, 3, new RegExp(number)],
  ['tickets export --format xlsx', 7, /format/],
  ['tickets export --since never', 7, /since/],
  ['users add', 2, /--role/],
  ['users add --role expert', 2, /name/],
  ['users add 李敏', 2, /--role/],
  ['users add 李敏 --role king', 7, /role/],
  ['users add 李敏 --role expert --skills 公积金', 7, /skills/],
  ['users add 李敏 --role expert --skills nowhere', 7, /nowhere/],
  ['users disable 无名', 3, /无名/],
  ['users rotate-token 无名', 3, /无名/],
  ['audit list --type call.eaten', 7, /type/],
  ['audit list --after x', 7, /after/],
  ['audit export --kind soup', 7, /kind/],
  ['config set', 2, /key/],
  ['config set volume 11', 3, /volume/],
  ['config hub volume', 3, /volume/],
  ['config hub offerSeconds never', 7, /offerSeconds/],
  ['completion tcsh', 7, /shell/],
  ['completion', 2, /shell/],
  ['whoami --timeout soon', 2, /--timeout/],
  ['whoami --hub ftp://x', 2, /--hub/],
  ['whoami --lang tlh', 2, /--lang/],
];

it('answers every wrong usage with its code, the name of what is wrong, and no trace; nothing is changed', async () => {
  const before = await hub.json(Verification, ['audit', 'verify']);
  const lanes = Array.from({ length: 4 }, (_, lane) => wrong.filter((_, at) => at % 4 === lane));
  await Promise.all(
    lanes.map(async (lane) => {
      for (const [line, code, names] of lane) {
        const ended = await hub.run(['--json', ...line.split(' ')]);
        expect({ line, code: ended.code, stderr: ended.stderr }).toMatchObject({ line, code });
        const { message, hint } = errorOf(ended);
        expect(`${message} ${hint ?? ''}`, line).toMatch(names);
        expect(ended.stdout, line).toBe('');
        expect(ended.stderr, line).not.toMatch(/\n {4}at |node:internal/);
      }
    }),
  );
  expect(await hub.json(Verification, ['audit', 'verify'])).toEqual(before);
});

it('tells people in their language, in two lines', async () => {
  const [chinese, english] = await Promise.all([
    hub.run(['calls', 'show', 'x']),
    hub.run(['calls', 'transfer', '--phone', '1', '--lang', 'en']),
  ]);
  expect(chinese.stderr).toMatch(/^错误：输入有误：id: 无效UUID\n$/);
  expect(english.stderr).toMatch(/^Error: Missing: --name --domain --question\nHint: .*\n$/);
});

it('never tells a secret again', async () => {
  const [flag, typo, variable] = await Promise.all([
    hub.run(['whoami', '--token', 'es_secret-one']),
    hub.run(['whoami', '--tokn=es_secret-two']),
    hub.run(['whoami', '--json'], { env: { EXPERT_SEAT_TOKEN: 'es_secret-three' } }),
  ]);
  expect([flag.code, typo.code, variable.code]).toEqual([5, 2, 5]);
  for (const { stdout, stderr } of [flag, typo, variable]) expect(stdout + stderr).not.toContain('es_secret');
});
