import { expect } from 'vitest';
import { HubClient } from '../../../src/client/hub-client.ts';
import { Hotline } from '../driver.tsx';
import type { Shift } from './shift.ts';
import { escapes, inCall, writes } from './steps.ts';

const signIn = async (url: string, token: string): Promise<HubClient> => {
  const client = new HubClient({ url, token, language: 'zh-CN', timeoutMs: 1000 });
  await client.call('me', {});
  return client;
};

/** Fields, choices, and signing in. */
export const formShifts: readonly Shift[] = [
  {
    title: 'walks the form of a dispatch by arrows: up, down, and through the choices',
    does: ['choice-down', 'choice-up', 'choice-left', 'choice-right', 'line-up', 'line-down', 'form-cancel'],
    play: async () => {
      const { seat } = await inCall('开发商催放款');
      seat.press('F10');
      await seat.sees('转派工单', '[济南住房公积金中心]');
      seat.press('Shift-Tab', 'Left');
      await seat.sees('[另填…]', '单位名称');
      seat.press('Down');
      await writes(seat, '贷款处');
      seat.press('Up');
      await seat.sees('▸ 承办单位');
      seat.press('Down');
      await seat.sees('▸ 单位名称');
      seat.press('Down', 'Tab');
      await seat.sees('▸ 紧急程度');
      seat.press('Right', 'Right');
      await seat.sees('[特急]');
      seat.press('Left');
      await seat.sees('[紧急]');
      seat.press('Up');
      await seat.seesNo('▸ 紧急程度');
      await escapes(seat, '转派工单 ·');
      seat.press('F10');
      await seat.sees('[紧急]', '贷款处');
    },
  },
  {
    title: 'sends a form too early, is told what is missing, and fills it in',
    does: ['form-send', 'form-enter'],
    play: async () => {
      const { line, seat, call } = await inCall('社保怎么查');
      seat.press('Ctrl-R');
      await seat.sees('退回前台');
      seat.press('Ctrl-G');
      await seat.sees('请填写说明');
      await writes(seat, '请告诉市民明天回电');
      await seat.seesNo('请填写说明');
      seat.press('Enter');
      await seat.sees('已把刘女士退回前台');
      expect((await line.call(call)).call.state).toBe('returned');
    },
  },
  {
    title: 'sets choices by the words that an input method commits, by pinyin and by initials, and by the space bar',
    does: ['choice-right', 'choice-left', 'choice-down', 'choice-up', 'close'],
    play: async () => {
      const { line, seat, ticket } = await inCall('窗口态度不好');
      await writes(seat, '已向市民致歉');
      seat.press('F9');
      // The question has chosen already.
      await seat.sees('[投诉]');
      seat.types('表扬');
      await seat.sees('[表扬]');
      seat.types('qiuzhu');
      await seat.sees('[求助]');
      seat.press('j', 'y');
      await seat.sees('[建议]');
      seat.press('Right', 'q', 'z');
      await seat.sees('[求助]');
      seat.press('x');
      await seat.sees('类别里没有「qzx」，← → 选一个', '[求助]');
      seat.types('建议');
      await seat.sees('[建议]');
      seat.types('退休');
      await seat.sees('类别里没有「退休」，← → 选一个', '[建议]');
      seat.press(' ', 'Left');
      await seat.seesNo('类别里没有');
      seat.pastes('咨询');
      await seat.sees('[咨询]');
      seat.press('Down');
      await seat.sees('▸ 通话');
      seat.press('Up');
      await seat.sees('▸ 类别');
      seat.press('Ctrl-G');
      await seat.sees('已办结');
      expect((await line.ticket(ticket)).ticket.category).toBe('咨询');
    },
  },
  {
    title: 'dispatches to a unit that is not in the list by typing it, after going back to look something up',
    does: ['dispatch', 'form-cancel', 'choice-right', 'form-send'],
    play: async () => {
      const { line, seat, ticket } = await inCall('社区食堂的事');
      seat.press('F10');
      await seat.sees('▸ 原因');
      await escapes(seat, '转派工单 ·');
      seat.press('F10');
      await seat.sees('▸ 原因');
      await writes(seat, '请回复市民');
      seat.press('Shift-Tab');
      await seat.sees('▸ 承办单位');
      seat.types('历下区民政局');
      await seat.sees('[另填…]', '▸ 单位名称', '历下区民政局');
      await writes(seat, '养老科');
      await seat.sees('历下区民政局养老科');
      seat.press('Shift-Tab', 'Right');
      await seat.sees('▸ 承办单位', '[济南住房公积金中心]', '1/6');
      seat.types('另填');
      await seat.sees('[另填…]', '历下区民政局养老科');
      await escapes(seat, '转派工单 ·');
      // Nothing is missing: where it begins.
      seat.press('F10');
      await seat.sees('▸ 原因');
      seat.press('Shift-Tab', 'Ctrl-U');
      await seat.seesNo('历下区民政局养老科');
      await escapes(seat, '转派工单 ·');
      // Its name is missing now.
      seat.press('F10');
      await seat.sees('▸ 单位名称');
      await writes(seat, '民政局');
      seat.press('Ctrl-G');
      await seat.sees('已转派给民政局');
      expect((await line.ticket(ticket)).ticket.unit).toBe('民政局');
    },
  },
  {
    title: 'signs in with a wrong address and a wrong token first, and retypes nothing else',
    does: ['sign-in-enter', 'sign-in-previous', 'sign-in-next'],
    play: async () => {
      const line = await Hotline.open();
      const token = await line.tokenFor('李敏');
      await line.calls('刘女士', '缴交结算怎么做');
      const seat = line.seatOf({ client: undefined, signIn, language: 'zh-CN', mode: 'hub', color: false });
      await seat.sees('登录专家坐席', '管理员发给您的令牌');
      seat.press('Ctrl-U');
      seat.types('不是地址');
      seat.press('Enter');
      seat.types('nonsense');
      seat.press('Enter');
      await seat.sees('地址要像 http://127.0.0.1:7345 这样写');
      seat.press('Up', 'Ctrl-U');
      seat.types(line.url);
      seat.press('Tab', 'Enter');
      await seat.sees('令牌不对或已停用');
      expect(seat.text()).not.toContain('nonsense');
      seat.press('Ctrl-U');
      seat.types(token);
      seat.press('Enter');
      await seat.sees('刘女士', '● 已连接');
      expect(seat.screen.raw).not.toContain(token);
    },
  },
  {
    title: 'the token is changed in the middle of an answer: signs in anew and goes on writing',
    does: ['sign-in-enter'],
    play: async () => {
      const line = await Hotline.open();
      await line.calls('刘女士', '缴交结算怎么做');
      const client = line.clientOf(await line.tokenFor('李敏'));
      const seat = line.seatOf({ client, signIn, language: 'zh-CN', mode: 'hub', color: false });
      await seat.sees('刘女士');
      seat.press('Ctrl-N');
      await seat.sees('◆ 通话中');
      await writes(seat, '写到一半');
      const next = await line.newTokenFor('李敏');
      seat.press('Ctrl-T');
      await seat.sees('登录专家坐席', '令牌不对或已停用');
      seat.press('Ctrl-U');
      seat.types(line.url);
      seat.press('Enter');
      seat.types(next);
      seat.press('Enter');
      await seat.sees('● 已连接', '写到一半', '◆ 通话中');
    },
  },
];
