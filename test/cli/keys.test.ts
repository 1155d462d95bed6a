import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { actions } from '../../src/tui/actions/table.ts';
import { freshFolder, run } from './support/program.ts';

/** A person's own machine, and the file of their profile. */
const person = () => {
  const EXPERT_SEAT_CONFIG_DIR = path.join(freshFolder(), 'config');
  const file = path.join(EXPERT_SEAT_CONFIG_DIR, 'default.json');
  return {
    file,
    kept: (): unknown => JSON.parse(readFileSync(file, 'utf8')),
    writes: (text: string): void => {
      mkdirSync(EXPERT_SEAT_CONFIG_DIR, { recursive: true });
      writeFileSync(file, text);
    },
    run: (...args: readonly string[]) => run(['config', ...args], { env: { EXPERT_SEAT_CONFIG_DIR } }),
  };
};

describe('config keys', () => {
  it('lists every action with its keys: for people, scripts and the printer', async () => {
    const by = person();
    const [told, json, markdown, csv] = await Promise.all([
      by.run('keys'),
      by.run('keys', '--json'),
      by.run('keys', '--markdown', '--lang', 'en'),
      by.run('keys', '--csv'),
    ]);
    for (const { code, stderr } of [told, json, markdown, csv]) expect([code, stderr]).toEqual([0, '']);
    expect(told.stdout).toMatch(/^close +通话 +F9 +办结 /m);
    const { keys } = JSON.parse(json.stdout) as { keys: { id: string; keys: string[] }[] };
    expect(keys.map(({ id }) => id).sort()).toEqual(actions.map(({ id }) => id).sort());
    expect(keys.find(({ id }) => id === 'move')).toMatchObject({
      keys: ['ctrl+x ctrl+d'],
      labels: ['Ctrl-X Ctrl-D'],
      own: false,
    });
    const lines = markdown.stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('| Action | Where | Keys | Name | Does |');
    expect(lines).toHaveLength(actions.length + 2);
    expect(csv.stdout).toContain('\r\nclose,通话,F9,办结,');
    expect((await by.run('keys', '--csv', '--markdown')).code).toBe(2);
  });

  it('gives an action other keys, marks them, and takes them back', async () => {
    const by = person();
    const set = await by.run('keys', 'set', 'close', 'F8', 'Ctrl-X Alt-9');
    expect([set.code, set.stdout]).toEqual([0, 'close = F8, Ctrl-X Alt-9\n']);
    expect(by.kept()).toEqual({ keys: { close: ['f8', 'ctrl+x alt+9'] } });
    expect((await by.run('keys')).stdout).toMatch(/^close \* +通话 +F8, Ctrl-X Alt-9 /m);
    expect((await by.run('list')).stdout).toContain('close: f8, ctrl+x alt+9');
    const check = await by.run('keys', 'check', '--json');
    expect([check.code, JSON.parse(check.stdout)]).toEqual([0, { ok: true, own: 1, problems: [] }]);
    // The usual keys are nobody's own.
    expect((await by.run('keys', 'set', 'close', 'f9')).stdout).toContain('默认');
    expect(by.kept()).toEqual({});
    await by.run('keys', 'set', 'hold', 'alt+9');
    expect((await by.run('keys', 'unset', 'hold', '--json')).stdout).toBe(
      '{"action":"hold","keys":["ctrl+t"],"own":false}\n',
    );
    await by.run('keys', 'set', 'hold', 'alt+9');
    expect((await by.run('keys', 'unset', '--all')).code).toBe(0);
    expect(by.kept()).toEqual({});
  });

  it('refuses what would not work, with the field, the reason and what to do', async () => {
    const by = person();
    const [nobody, key, clash, field, unsafe, prefix, which, both] = await Promise.all([
      by.run('keys', 'set', 'closee', 'f8'),
      by.run('keys', 'set', 'close', 'ctrl+i', '--json'),
      by.run('keys', 'set', 'close', 'f10'),
      by.run('keys', 'set', 'close', 'ctrl+u'),
      by.run('keys', 'set', 'close', 'q'),
      by.run('keys', 'set', 'close', 'ctrl+x'),
      by.run('keys', 'unset'),
      by.run('keys', 'unset', 'close', '--all'),
    ]);
    expect([nobody.code, key.code, clash.code, field.code, unsafe.code, prefix.code, which.code, both.code]).toEqual([
      3, 7, 7, 7, 7, 7, 2, 2,
    ]);
    expect(nobody.stderr).toContain('close？');
    expect(JSON.parse(key.stderr)).toMatchObject({
      error: { details: { problems: [{ field: 'keys.close', problem: expect.stringContaining('Tab') }] } },
    });
    expect(clash.stderr).toContain('转派（通话）');
    expect(clash.stderr).toContain('办结（通话）');
    expect(clash.stderr).toContain('config keys set dispatch');
    expect(field.stderr).toContain('编辑文字');
    expect(unsafe.stderr).toContain('输入法');
    expect(prefix.stderr).toContain('Ctrl-X');
    // Taking keys back must not take another's own.
    await by.run('keys', 'set', 'close', 'f8');
    await by.run('keys', 'set', 'hold', 'f9');
    const back = await by.run('keys', 'unset', 'close');
    expect([back.code, back.stderr.includes('config keys set hold')]).toEqual([7, true]);
    expect(by.kept()).toEqual({ keys: { close: ['f8'], hold: ['f9'] } });
  });

  it('names what somebody wrote into the file, exit 8, and works on with the rest', async () => {
    const by = person();
    by.writes('{"keys": {"clos": ["f8"], "hold": ["ctrl+i"], "return": "f7", "end": 5, "dispatch": ["f9"]}}');
    const check = await by.run('keys', 'check');
    expect(check.code).toBe(8);
    for (const word of ['keys.clos', 'close？', 'keys.hold', 'keys.end', 'keys.dispatch']) {
      expect(check.stdout).toContain(word);
    }
    const list = await by.run('keys');
    expect(list.stdout).toMatch(/^return \* +通话 +F7 /m);
    expect(list.stdout).toMatch(/^hold +通话 +Ctrl-T /m);
    expect(list.stderr).toContain('config keys check');
    expect((await by.run('keys', 'unset', 'clos')).code).toBe(0);
    expect((await by.run('keys', 'check')).stdout).not.toContain('clos');
    by.writes('{"keys": 5, "lang": "zh-CN"}');
    expect((await by.run('keys', 'check')).code).toBe(8);
    expect((await by.run('keys', 'set', 'hold', 'alt+9')).code).toBe(0);
    expect(by.kept()).toEqual({ keys: { hold: ['alt+9'] }, lang: 'zh-CN' });
  });

  it('is where the plain settings point to, and completes the actions', async () => {
    const by = person();
    const [set, get] = await Promise.all([by.run('set', 'keys', 'x'), by.run('get', 'keys')]);
    expect([set.code, get.code]).toEqual([2, 2]);
    expect(set.stderr).toContain('config keys');
    const complete = await run(['__complete', 'actions'], {});
    expect(complete.stdout).toMatch(/^close\t通话 办结$/m);
  });
});
