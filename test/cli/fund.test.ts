import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorOf, startServe } from './support/hub.ts';
import { freshFolder, root, run } from './support/program.ts';

const standard = path.join(root, 'fund-mapping/jgj-t-320.yaml');

const fileOf = (text: string): string => {
  const file = path.join(freshFolder(), 'mapping.yaml');
  writeFileSync(file, text);
  return file;
};

describe('fund-mapping check', () => {
  it.each(['jgj-t-320', 'example-centre'])('%s, which ships, has no faults', async (name) => {
    const ended = await run(['fund-mapping', 'check', path.join(root, `fund-mapping/${name}.yaml`)]);
    expect(ended).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('没有错误') });
  });

  it('names file, line and what is expected, in the person’s language, and ends with 8', async () => {
    const file = fileOf('version: 1\nname: x\nforms: {money: jiao}\n');
    const [chinese, english, json] = await Promise.all([
      run(['fund-mapping', 'check', file]),
      run(['fund-mapping', 'check', file, '--lang', 'en']),
      run(['fund-mapping', 'check', file, '--json']),
    ]);
    expect(chinese.code).toBe(8);
    expect(chinese.stdout).toContain(`${file}:3: forms.money：`);
    expect(english.stdout).toContain(`${file}:3: forms.money: Invalid option: expected one of "yuan"|"fen"`);
    expect(JSON.parse(json.stdout)).toMatchObject({
      name: null,
      problems: expect.arrayContaining([expect.objectContaining({ line: 3 })]),
    });
  });

  it('says that there is no such file', async () => {
    const ended = await run(['fund-mapping', 'check', path.join(freshFolder(), 'none.yaml'), '--json']);
    expect(ended.code).not.toBe(0);
    expect(ended.stderr).toContain('none.yaml');
  });
});

describe('serve with a fund', () => {
  it('starts with the sandbox, by option or by variable', async () => {
    const [option, variable] = await Promise.all([
      startServe({ args: ['--fund', 'sandbox', '--fund-seed', '5', '--fund-people', '300'] }),
      startServe({ env: { EXPERT_SEAT_FUND: 'https://127.0.0.1:9/api', EXPERT_SEAT_FUND_MAPPING: standard } }),
    ]);
    expect([await option.end(), await variable.end()]).toEqual([0, 0]);
  });

  const serve = async (...args: string[]) => {
    const ended = await run(['serve', '--data', path.join(freshFolder(), 'data'), '--port', '0', '--json', ...args]);
    const { code, message, hint } = errorOf(ended);
    return { exit: ended.code, code, message, hint };
  };

  it.each([
    ['an address that is none', ['--fund', 'fund.example']],
    ['an address with a password', ['--fund', 'https://user:secretword@fund.example']],
    ['a key without its secret', ['--fund', 'sandbox', '--fund-key-id', 'hotline']],
    ['a certificate without its key', ['--fund', 'sandbox', '--fund-cert', 'x.pem']],
    ['a time that is none', ['--fund', 'sandbox', '--fund-timeout', '4s']],
    ['a city of too many people', ['--fund', 'sandbox', '--fund-people', '9999999999']],
    ['a mapping of no fund', ['--fund-mapping', standard]],
  ])('refuses %s as a wrong usage', async (_, args) => {
    const failure = await serve(...args);
    expect(failure).toMatchObject({ exit: 2, code: 'usage' });
    expect(failure.message).not.toContain('secretword');
  });

  it('does not ask another machine in the clear', async () => {
    expect(await serve('--fund', 'http://fund.example')).toMatchObject({
      exit: 2,
      code: 'fund_in_clear',
      hint: expect.stringContaining('--fund-in-clear'),
    });
  });

  it('does not start with a mapping that is not right, and says where', async () => {
    const file = fileOf('version: 1\nname: x\nforms: {money: jiao}\n');
    expect(await serve('--fund', 'https://fund.example', '--fund-mapping', file)).toMatchObject({
      exit: 7,
      code: 'bad_fund',
      message: expect.stringContaining(`${file}:`),
      hint: expect.stringContaining('fund-mapping check'),
    });
  });
});
