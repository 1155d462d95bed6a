import { expect, it } from 'vitest';
import { startLine, until } from '../support/line.ts';
import { handsIn } from '../support/rows.ts';

const day = 86_400_000;

it('what is kept for a while only is forgotten when it is over, and not before', async () => {
  const line = await startLine('sqlite');
  const run = await handsIn(line);
  const now = Date.now();
  const reply = (key: string, days: number): Promise<unknown> =>
    run(`insert into replies values ('someone', '${key}', '', '', ${now - days * day})`);
  const draft = (call: string, days: number): Promise<unknown> =>
    run(`insert into drafts values ('${call}', 'someone', 1, 0, ${now - days * day}, '', '')`);
  await Promise.all([reply('old', 7.1), reply('fresh', 6.9), draft('old', 30.1), draft('fresh', 29.9)]);
  const left = async (): Promise<string> => {
    const replies = await run("select key_hash as id from replies where user = 'someone'");
    const drafts = await run('select call as id from drafts');
    return [...replies, ...drafts].map(({ id }) => id).join(' ');
  };
  expect(await until(left, (ids) => !ids.includes('old'))).toBe('fresh fresh');
});
