import { Writable } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import type { HubClient } from '../../src/client/hub-client.ts';
import type { Language } from '../../src/contract/language.ts';
import { type OpenSeatOptions, openSeat } from '../../src/tui/open-seat.ts';
import { commandOf, plainCommands } from '../../src/tui/plain/commands.ts';
import { emptyModel } from '../../src/tui/state/model.ts';
import { temporaryDir } from '../support/stores.ts';
import { Hotline, until } from './driver.tsx';
import { FakeConversation } from './fake-conversation.ts';
import { rentAnswerRead, shelf } from './shelf.ts';
import { FakeKeyboard } from './terminal.ts';

/** A person at a terminal that prints lines and takes lines. */
class PlainPerson {
  readonly keyboard = new FakeKeyboard();
  printed = '';
  exit: number | undefined;
  private seen = 0;
  readonly opened: Promise<number>;

  constructor(
    line: Hotline,
    client: HubClient,
    dir: string,
    language: Language,
    desk = dir,
    practice: Pick<OpenSeatOptions, 'mode' | 'conversation'> = { mode: 'hub' },
  ) {
    const stdout = new Writable({
      decodeStrings: false,
      write: (chunk, _encoding, done) => {
        this.printed += String(chunk);
        done();
      },
    });
    this.opened = openSeat({
      client,
      language,
      ...practice,
      color: true,
      preferences: { 'undo-seconds': 0 },
      knowledge: line.knowledgeIn(dir),
      desk,
      stdin: this.keyboard,
      stdout: stdout as unknown as NodeJS.WriteStream,
      env: { TERM: 'dumb' },
    });
    void this.opened.then((code) => {
      this.exit = code;
    });
  }

  types(text: string): void {
    this.seen = this.printed.length;
    this.keyboard.write(`${text}\n`);
  }

  /** Since the last thing that was typed. */
  async hears(text: string): Promise<void> {
    await until(
      () => this.printed.slice(this.seen).includes(text),
      () =>
        `does not hear ${text}:\n${this.printed.slice(this.seen)}\n--- before:\n${this.printed.slice(0, this.seen)}`,
    );
  }
}

const sits = async (line: Hotline, language: Language = 'zh-CN'): Promise<PlainPerson> =>
  sitsAs(line, await line.tokenFor('李敏', ['gongjijin']), await temporaryDir(), language);

const sitsAs = async (
  line: Hotline,
  token: string,
  desk: string,
  language: Language = 'zh-CN',
  practice?: Pick<OpenSeatOptions, 'mode' | 'conversation'>,
): Promise<PlainPerson> => {
  const person = new PlainPerson(line, line.clientOf(token, language), await temporaryDir(), language, desk, practice);
  onTestFinished(async () => {
    if (person.exit === undefined) process.emit('SIGTERM', 'SIGTERM');
    await person.opened;
  });
  await person.hears(language === 'en' ? 'Seat state: ' : '坐席状态：');
  return person;
};

it('works a shift by words: ready, take, search, use, answer, close', async () => {
  const line = await Hotline.open({}, shelf);
  const person = await sits(line);
  person.types('就绪');
  await person.hears('就绪\n');
  const { ticket } = await line.calls('刘女士', '贷款逾期以后还能结清吗', { priority: 'urgent' });
  await person.hears('新来电，第 1 位：刘女士，公积金，加急');
  person.types('队列');
  await person.hears('1 刘女士，公积金，加急，已等');
  person.types('接听1');
  await person.hears('刘女士，138****1000，通话中，工单');
  await person.hears('问题：贷款逾期以后还能结清吗');
  person.types('搜索 租房提取');
  await person.hears('1 ');
  person.types('看1');
  await person.hears(`简答：${rentAnswerRead}`);
  person.types('采用1');
  await person.hears('刘女士');
  person.types('答复');
  await person.hears('已写的答复：');
  person.types('是');
  await person.hears('单独一行写 . 结束');
  person.types('先还清本息，');
  person.types('再申请结清证明。');
  person.types('。');
  await person.hears('答复已记下，共 15 字');
  person.types('办结');
  await person.hears('办结工单');
  // The category, by its name; what is not there is asked again.
  await person.hears('输入序号，回车选');
  person.types('夸奖');
  await person.hears('没有“夸奖”');
  person.types('表');
  await person.hears('1 表扬');
  person.types('1');
  for (let asked = 0; asked < 8 && (await line.ticket(ticket.number)).ticket.state === 'open'; asked += 1) {
    await until(
      () => /[：]\s*$/.test(person.printed) || person.printed.includes('已办结'),
      () => person.printed,
    );
    if (!person.printed.includes('已办结')) person.types('');
  }
  await until(
    async () => (await line.ticket(ticket.number)).ticket.state === 'closed',
    () => person.printed,
  );
  expect((await line.ticket(ticket.number)).ticket).toMatchObject({
    answer: '先还清本息，\n再申请结清证明。',
    articles: ['gjj-0001'],
    category: '表扬',
  });
  await person.hears('已办结');
});

it('asks again for what the form refuses, and Ctrl-C takes the question back with what was written', async () => {
  const line = await Hotline.open();
  const person = await sits(line);
  person.types('就绪');
  await person.hears('就绪\n');
  const { ticket } = await line.calls('王先生', '租房提取');
  await person.hears('新来电');
  person.types('接听');
  await person.hears('王先生，138****1000，通话中');
  person.types('办结');
  await person.hears('先写答复，再办结');
  person.types('退回');
  await person.hears('单独一行写 . 结束');
  process.emit('SIGINT', 'SIGINT');
  await person.hears('已取消，写过的都还在');
  person.types('退回');
  await person.hears('单独一行写 . 结束');
  person.types('请市民补材料');
  person.types('.');
  await person.hears('回车确认');
  person.types('');
  await person.hears('已把王先生退回前台');
  expect((await line.ticket(ticket.number)).history.some(({ type }) => type === 'call.returned')).toBe(true);
});

it('rings, holds, resumes and ends, and quits only when told so', async () => {
  const line = await Hotline.open({ distribution: 'push', offerSeconds: 60 });
  const person = await sits(line, 'en');
  person.types('ready');
  await person.hears('ready\n');
  await line.calls('刘女士', '缴交结算怎么做');
  await person.hears('Ringing: 刘女士, Housing fund');
  expect(person.printed).toContain('\x07');
  person.types('take');
  await person.hears('talking');
  person.types('hold');
  await person.hears('On hold');
  person.types('hold');
  await person.hears('already');
  person.types('resume');
  await person.hears('Resumed');
  person.types('quit');
  await person.hears('Type yes to confirm');
  person.types('');
  await person.hears('seat> ');
  person.types('end');
  await person.hears('Type yes to confirm');
  person.types('yes');
  await person.hears('The conversation is over');
  person.types('quit');
  await person.hears('Type yes to confirm');
  person.types('y');
  expect(await person.opened).toBe(0);
});

it('moves no cursor, colours nothing, and says where what it cannot do is done', async () => {
  const line = await Hotline.open();
  const person = await sits(line);
  for (const [typed, heard] of [
    ['核验', 'expert-seat accounts verify'],
    ['试算', 'expert-seat calc'],
    ['号码', 'expert-seat calls reveal'],
    ['帮助', '每个命令可用中文、英文或数字'],
    ['跳舞', '没有这个命令：跳舞'],
    ['接听 9', '没有第 9 个'],
    ['保持', '没有选中您坐席上的通话'],
  ] as const) {
    person.types(typed);
    await person.hears(heard);
  }
  expect(person.printed).not.toMatch(/[\x00-\x06\x08\x09\x0b-\x1f\x7f]/);
});

/** In a call, with an answer to write. */
const inCall = async (line: Hotline, person: PlainPerson): Promise<void> => {
  person.types('就绪');
  await person.hears('就绪\n');
  await line.calls('王先生', '租房提取');
  await person.hears('新来电');
  person.types('接听');
  await person.hears('王先生，138****1000，通话中');
};

it.each(['SIGHUP', 'SIGINT', 'end'] as const)('keeps the lines of an answer that came before %s', async (how) => {
  const line = await Hotline.open();
  const [token, desk] = [await line.tokenFor('李敏', ['gongjijin']), await temporaryDir()];
  let person = await sitsAs(line, token, desk);
  await inCall(line, person);
  person.types('答复');
  await person.hears('单独一行写 . 结束');
  person.types('先还清本息，\n\n再申请结清证明。');
  if (how === 'SIGINT') {
    await new Promise(setImmediate);
    process.emit('SIGINT', 'SIGINT');
    await person.hears('已取消，写过的都还在');
  } else {
    if (how === 'end') person.keyboard.end();
    else {
      await new Promise(setImmediate);
      process.emit('SIGHUP', 'SIGHUP');
    }
    await person.opened;
    person = await sitsAs(line, token, desk);
    await person.hears('坐席状态');
  }
  person.types('来电');
  await person.hears('答复：先还清本息，\n\n再申请结清证明。');
});

it('keeps the lines of a form’s field that came before Ctrl-C', async () => {
  const line = await Hotline.open();
  const person = await sits(line);
  await inCall(line, person);
  person.types('退回');
  await person.hears('单独一行写 . 结束');
  person.types('请市民补材料');
  await new Promise(setImmediate);
  process.emit('SIGINT', 'SIGINT');
  await person.hears('已取消，写过的都还在');
  person.types('退回');
  await person.hears('回车保留“请市民补材料”');
});

it('refuses a line for which there is no room and keeps it, and an answer that is written anew has the one before put by', async () => {
  const line = await Hotline.open();
  const person = await sits(line);
  await inCall(line, person);
  const text = '长'.repeat(2600);
  person.types('答复');
  await person.hears('单独一行写 . 结束');
  person.types(text);
  person.types(`尾${text}`);
  await person.hears('这一行没有写入，最多 5000 字');
  person.types('.');
  await person.hears('答复已记下，共 2600 字');
  person.types('其他内容');
  await person.hears(`1 尾${text}\n`);
  person.types('答复');
  await person.hears('重写请输入 是');
  person.types('是');
  await person.hears('单独一行写 . 结束');
  person.types('重写的\n.');
  await person.hears('答复已记下，共 3 字');
  person.types('其他内容');
  await person.hears(`1 ${text}\n2 尾${text}\n`);
  person.types('其他内容1');
  await person.hears('已换回这一份');
  person.types('来电');
  await person.hears(`答复：${text}`);
});

it('what another window writes while an answer is written line by line is not lost', async () => {
  const line = await Hotline.open();
  const [token, desk] = [await line.tokenFor('李敏', ['gongjijin']), await temporaryDir()];
  const one = await sitsAs(line, token, desk);
  await inCall(line, one);
  const other = await sitsAs(line, token, desk);
  other.types('来电');
  await other.hears('王先生');
  one.types('答复');
  await one.hears('单独一行写 . 结束');
  other.types('答复 另一个窗口写的');
  await other.hears('答复已记下');
  one.types('第一行\n第二行\n.');
  await one.hears('答复已记下');
  await until(
    () => {
      one.types('来电\n其他内容');
      return ['另一个窗口写的', '第一行\n第二行'].every((text) => one.printed.slice(-400).includes(text));
    },
    () => one.printed,
  );
});

it('is told no news twice and hears what happens while it is asked something', async () => {
  const line = await Hotline.open();
  const person = await sits(line);
  person.types('就绪');
  await person.hears('就绪\n');
  await line.calls('刘女士', '缴交结算怎么做');
  await person.hears('新来电，第 1 位：刘女士');
  expect(person.printed.split('新来电').length).toBe(2);
  expect(person.printed.endsWith('坐席> ')).toBe(true);
});

it('understands commands with full-width letters, without the space that an input method leaves out, and no two alike', () => {
  const names = plainCommands.flatMap((command) => command.names);
  expect(names).toEqual([...new Set(names)]);
  const model = emptyModel('zh-CN', 'hub');
  expect(commandOf('接听2', model)).toMatchObject({ rest: '2' });
  expect(commandOf('ｔａｋｅ　２', model)?.rest).toBe('2');
  expect(commandOf('答复　先缴费，再打印（凭证）', model)?.typed).toBe('先缴费，再打印（凭证）');
  expect(commandOf('搜索租房提取', model)?.rest).toBe('租房提取');
  expect(commandOf('seek', model)).toBeUndefined();
});

it('practises by words: what is said is typed, what the citizen says is printed, and every prompt says that it is practice', async () => {
  const line = await Hotline.open();
  const conversation = new FakeConversation();
  const token = await line.tokenFor('李敏', ['gongjijin']);
  const practice = { mode: 'practice', conversation } as const;
  const person = await sitsAs(line, token, await temporaryDir(), 'zh-CN', practice);
  expect(person.printed).toContain('练习：专家坐席，逐行模式，市民是模拟的');
  person.types('说您好');
  await person.hears('没有选中您坐席上的通话');
  person.types('就绪');
  await person.hears('就绪\n');
  const { call } = await line.calls('刘女士', '租房一年能提几次');
  await person.hears('新来电');
  person.types('接听');
  await person.hears('问题：租房一年能提几次');
  person.types('说 您好，请讲');
  await until(
    () => conversation.told.length === 1,
    () => person.printed,
  );
  expect(conversation.told).toEqual([{ call: call.id, text: '您好，请讲' }]);
  const rung = person.printed.split('\x07').length;
  conversation.speaks(call.id, '一年能提几次？', 'anxious');
  await person.hears('市民：（着急）一年能提几次？');
  // What is printed is heard: no bell, and once.
  expect(person.printed.split('\x07').length).toBe(rung);
  expect(person.printed.split('一年能提几次？').length).toBe(2);
  person.types('说');
  await person.hears('说：');
  person.types('一年一次');
  await until(
    () => conversation.told.length === 2,
    () => person.printed,
  );
  person.types('念答复');
  await person.hears('还没有写答复，没有可念的');
  person.types('答复 一年可以提一次。');
  await person.hears('答复已记下');
  person.types('念答复');
  await person.hears('已把答复念给市民听，8 字');
  person.types('保持');
  await person.hears('已保持');
  person.types('说 喂');
  await person.hears('通话保持中，市民听不到：先恢复（"恢复"）');
  person.types('恢复');
  await person.hears('已恢复');
  person.types('来电');
  await person.hears('我：一年可以提一次。');
  conversation.hangsUp(call.id);
  await person.hears('市民挂断');
  person.types('说 您好');
  await person.hears('市民已挂断，听不到了');
  expect(conversation.told).toHaveLength(3);
  person.types('帮助');
  await person.hears('念答复 readout：');
  expect(person.printed).not.toMatch(/(?<!练习 )坐席> /);
});

it('has no word for talking where nobody can be talked with', async () => {
  const line = await Hotline.open();
  const person = await sits(line);
  person.types('说 您好');
  await person.hears('没有这个命令');
  person.types('帮助');
  await person.hears('退出');
  expect(person.printed).not.toContain('念答复');
  expect(person.printed).not.toContain('练习');
});
