import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { RunFolder } from '../../src/practice/records/run-folder.ts';
import { freshFolder } from '../cli/support/program.ts';
import { Screen } from './terminal.ts';

/** A hub that somebody configured, and how often it was spoken to. */
const listeningHub = async (): Promise<{ url: string; spokenTo(): number }> => {
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}`, spokenTo: () => connections };
};

const alt = (letter: string): string => `\x1b${letter}`;

describe.each([
  [80, 24],
  [120, 36],
])('practice in a terminal of %i×%i', (columns, rows) => {
  it('goes from the menu through a call to its marks and back, and speaks to no hub that is configured', async () => {
    const hub = await listeningHub();
    const data = freshFolder();
    const env = { EXPERT_SEAT_HUB: hub.url, EXPERT_SEAT_TOKEN: 'a-real-token', EXPERT_SEAT_DATA: data };
    const school = new Screen(['practice', '--trainee', '小李'], env, columns, rows);
    await school.sees('今天练');
    school.type('\x1b[13~'); // F3: all scenarios
    await school.sees('筛选');
    school.type('gjj-ukey');
    await school.sees('第一次用 UK 缴公积金');
    school.press('Enter');
    await school.sees('已连接');
    await school.sees('单位刚开通');
    school.press('Ctrl-N');
    await school.sees('对话');
    school.type('您好，公积金专家坐席，请讲。');
    school.press('Enter');
    await school.sees('○ 市民');
    school.type('您先做汇缴登记，再做缴交结算，扣款成功以后在业务凭证里打印凭证。还有别的问题吗？');
    school.press('Enter');
    await school.sees('● 我    您先做汇缴登记');
    school.press('Ctrl-F');
    await school.sees('┏┅ 知识库');
    school.press('Ctrl-Y');
    await school.sees('您好。');
    school.press('F9');
    await school.sees('办结工单');
    school.press('Enter');
    await school.sees('练习结束');
    school.type(alt('j'));
    await school.sees('处理结果');
    const [result] = new RunFolder(path.join(data, 'practice/runs')).results().results;
    expect(result).toMatchObject({ trainee: '小李', scenario: 'gjj-ukey-first-month' });
    expect(result!.lost).not.toContain('said.point');
    school.press('Esc');
    await school.sees('今天练');
    school.press('Ctrl-C');
    expect(await school.exit()).toBe(0);
    expect(hub.spokenTo()).toBe(0);
  });
});
