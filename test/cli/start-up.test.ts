import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadedSources } from './support/loaded-sources.ts';
import { launcher, root, run } from './support/program.ts';

/** What only the seat screen, the hub or a request to one needs. */
const heavy =
  /node_modules\/(ink|react|react-reconciler|yoga-layout|fastify|pino|kysely|pg|undici|pinyin-pro|zod|conf|prom-client)\//;

describe('starting the program', () => {
  it.each([[['--version']], [['--help']], [['calls', 'take', '--help']]])(
    '%j loads no screen, no hub and no client',
    async (args) => {
      const { ended, sources, builtins } = await loadedSources(args);
      expect(ended.code).toBe(0);
      expect(sources).toContain('src/cli/main.ts');
      expect(sources.filter((source) => heavy.test(source))).toEqual([]);
      expect(sources.filter((source) => /^src\/(hub|tui\/(?!text\/(?:width|stand-ins)))/.test(source))).toEqual([]);
      expect(builtins.filter((name) => /sqlite/.test(name))).toEqual([]);
    },
  );

  it('shows that the recorder sees what is loaded', async () => {
    const { sources } = await loadedSources(['whoami'], {
      EXPERT_SEAT_HUB: 'http://127.0.0.1:1',
      EXPERT_SEAT_TIMEOUT: '100',
    });
    expect(sources.some((source) => /node_modules\/undici\//.test(source))).toBe(true);
  });

  it('prints the version of the package', async () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect((await run(['--version'])).stdout).toBe(`${version}\n`);
  });

  it('speaks Chinese unless the locale or an option says English', async () => {
    const [none, english, option, variable] = await Promise.all([
      run(['--help'], { env: { LANG: 'C' } }),
      run(['--help'], { env: { LANG: 'en_GB.UTF-8' } }),
      run(['--help', '--lang', 'en']),
      run(['calls', '--help'], { env: { EXPERT_SEAT_LANG: 'en' } }),
    ]);
    expect(none.stdout).toContain('用法：');
    expect(english.stdout).toContain('Usage:');
    expect(option.stdout).toContain('Usage:');
    expect(variable.stdout).toContain('hand a call over');
    for (const { code, stderr } of [none, english, option, variable])
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('tells an old Node what to do, in words it can parse', () => {
    const text = readFileSync(launcher, 'utf8');
    expect(text).not.toMatch(/\?\.|\?\?|await|node:/);
    const asOld = `Object.defineProperty(process.versions,'node',{value:'20.1.0'});require(${JSON.stringify(launcher)})`;
    let failure: { status?: number; stderr?: Buffer } = {};
    try {
      execFileSync(process.execPath, ['-e', asOld], { stdio: 'pipe' });
    } catch (error) {
      failure = error as typeof failure;
    }
    expect(failure.status).toBe(2);
    expect(failure.stderr?.toString()).toMatch(/^.*需要 Node\.js 24.* \/ .*needs Node\.js 24.*\n$/);
  });

  it('needs a terminal for the seat, and says what to use without one', async () => {
    const ended = await run([]);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('坐席界面需要终端');
    expect(ended.stderr).toContain('calls take');
    expect(ended.stdout).toBe('');
  });
});

describe('completion', () => {
  it('writes scripts that the shells read', async () => {
    const [bash, zsh, fish] = await Promise.all(['bash', 'zsh', 'fish'].map((shell) => run(['completion', shell])));
    execFileSync('bash', ['-n'], { input: bash?.stdout ?? '' });
    for (const script of [bash, zsh, fish]) {
      expect(script?.code).toBe(0);
      expect(script?.stdout).toContain('rotate-token');
      expect(script?.stdout).toContain('idempotency-key');
      expect(script?.stdout).toContain('求助');
      expect(script?.stdout).toContain('__complete calls'.split(' ')[0]);
    }
  });
});
