import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/contract/language.ts';
import { passesThrough } from '../../../src/tui/actions/keys.ts';
import { menuKeys } from '../../../src/tui/practice/menu/menu-keys.ts';
import { filterOf, firstMenu, menuTabs } from '../../../src/tui/practice/menu/menu-state.ts';
import { keysNow } from '../../../src/tui/practice/screen/practice-screen.ts';
import { barItems } from '../../../src/tui/practice/screen/whole.tsx';
import { loadReadSounds } from '../../../src/tui/text/load-sounding.ts';
import { type Say, sayIn } from '../../../src/tui/words/words.ts';
import { sitsAtMenu } from './open.ts';
import { emptyMenu, menuOptions, results } from './school-data.ts';

const menu = { ...menuOptions, now: () => 0, read: await loadReadSounds() };

describe('the menu', () => {
  it('begins with what to practise today and why, and starts it', async () => {
    const sitting = sitsAtMenu();
    await sitting.sees('练习', '王小明', '该复习了', '没有租房合同怎么提', '薄弱主题', '新的', '连续 2 天');
    sitting.press('Down', 'Enter');
    expect(await sitting.choice).toMatchObject({ do: 'run', scenario: 'gjj-loan-where-now' });
  });

  it('stops at both ends of a list, and goes to either at once', async () => {
    const sitting = sitsAtMenu();
    await sitting.sees('▸ 该复习了');
    sitting.press('Up', 'Down', 'Down', 'Down', 'Down');
    await sitting.sees('▸ 新的');
    sitting.press('Home');
    await sitting.sees('▸ 该复习了');
    sitting.press('End', 'Enter');
    expect(await sitting.choice).toMatchObject({ do: 'run', scenario: 'gjj-ukey-lost' });
  });

  it.each([
    ['Chinese as an input method commits it', '没消息', '贷款材料交了三周没消息'],
    ['initials', 'myzfht', '没有租房合同怎么提'],
    ['an id', 'three-weeks', '贷款材料交了三周没消息'],
    ['a topic', '贷款进度', '贷款走到哪一步了'],
    ['a kind of matter', '提取', '没有租房合同怎么提'],
    ['several words, each somewhere', 'htzm 提取', '没有租房合同怎么提'],
  ])('finds a call by %s', async (_what, typed, title) => {
    const sitting = sitsAtMenu();
    await sitting.sees('今天练');
    sitting.press('F3');
    await sitting.sees('6 个');
    sitting.types(typed);
    await sitting.sees(title, '/ 6 个');
    await sitting.seesNo('UK 丢了怎么补办');
    sitting.press('Enter');
    expect(await sitting.choice).toMatchObject({ do: 'run' });
  });

  it('clears the filter with Esc, and writes letters and digits into it that are keys elsewhere', async () => {
    const sitting = sitsAtMenu();
    await sitting.sees('今天练');
    sitting.press('F3');
    await sitting.sees('6 个');
    sitting.types('q1');
    await sitting.sees('q1', '没有这样的场景', 'Esc 清除筛选');
    sitting.press('Esc');
    await sitting.sees('6 个');
    await sitting.seesNo('Esc 清除筛选');
    sitting.press('Enter');
    expect(await sitting.choice).toMatchObject({ do: 'run', scenario: 'gjj-ukey-first-month' });
  });

  it('leaves to the filter what edits it, while the arrows go through the list', async () => {
    const sitting = sitsAtMenu();
    await sitting.sees('今天练');
    sitting.press('F3');
    await sitting.sees('6 个');
    sitting.types('f');
    sitting.press('Home');
    sitting.types('z');
    await sitting.sees('筛选  zf', '2 / 6 个');
    sitting.press('Down', 'Home', 'Enter');
    expect(await sitting.choice).toMatchObject({ do: 'run', scenario: 'gjj-rent-no-contract' });
  });

  it('leads from a weak topic with its articles to the calls on it', async () => {
    const sitting = sitsAtMenu();
    await sitting.sees('今天练');
    sitting.press('F4');
    await sitting.sees('上次没合格', '贷款进度在哪里查', 'gjj-0007', 'Enter 看场景');
    sitting.press('Enter');
    await sitting.sees('[F3 全部场景]', '2 / 6 个', '贷款走到哪一步了');
  });

  it('opens a past run, the newest first', async () => {
    const sitting = sitsAtMenu({}, { first: firstMenu('results') });
    await sitting.sees('▸ 11-27', '考试中', '一分没丢');
    sitting.press('Down');
    await sitting.sees('一票否决');
    sitting.press('Enter');
    expect(await sitting.choice).toMatchObject({ do: 'report', run: results.find(({ score }) => score === 61)!.id });
  });

  it('opens where it was left, and says what became of that', async () => {
    const sitting = sitsAtMenu({}, { first: firstMenu('all') });
    await sitting.sees('6 个');
    sitting.types('提取');
    await sitting.sees('▸ ', '2 / 6 个');
    sitting.press('Down', 'Enter');
    const choice = await sitting.choice;
    if (choice.do !== 'run') throw new Error(choice.do);
    const notice = { kind: 'refused', words: (say: Say) => say('school.left') } as const;
    const back = sitsAtMenu({}, { first: { ...choice.from, notice } });
    await back.sees('筛选  提取', '2 / 6 个', '没有处理完就离开了，这次不评分');
    back.press('Enter');
    expect(await back.choice).toMatchObject({ do: 'run', scenario: choice.scenario });
    const past = { ...choice.from, filter: filterOf(''), at: { ...choice.from.at, all: 5 } };
    const one = sitsAtMenu({}, { ...emptyMenu, first: past, scenarios: menuOptions.scenarios.slice(0, 1) });
    await one.sees('▸ ');
    one.press('Enter');
    expect(await one.choice).toMatchObject({ do: 'run', scenario: menuOptions.scenarios[0]!.id });
  });

  it('tells what a call teaches only to whoever has taken it', async () => {
    const known = new Set(results.map(({ scenario }) => scenario));
    const [taken, fresh] = [true, false].map((was) =>
      menuOptions.scenarios.findIndex(({ id }) => known.has(id) === was),
    );
    for (const [row, tells] of [
      [taken!, true],
      [fresh!, false],
    ] as const) {
      expect(row).toBeGreaterThanOrEqual(0);
      const menuThere = firstMenu('all');
      const sitting = sitsAtMenu({}, { first: { ...menuThere, at: { ...menuThere.at, all: row } } });
      await sitting.sees('转来的问题');
      if (tells) await sitting.sees('练过');
      else await sitting.sees('没练过');
      expect(sitting.screen.lines().some((line) => line.includes('按次序讲清'))).toBe(tells);
      await sitting.leaves();
    }
  });

  it('goes on with an exam that was begun, and begins another', async () => {
    const open = sitsAtMenu();
    await open.sees('今天练');
    open.press('F7');
    await open.sees('还剩 23:00', '每日一测');
    open.press('Enter');
    expect(await open.choice).toMatchObject({ do: 'resume-exam', exam: '20261127-abcde' });
    const fresh = sitsAtMenu({}, { first: firstMenu('exams') });
    await fresh.sees('还剩');
    fresh.press('Down');
    await fresh.sees('十道题', '10 题，及格线 60%');
    fresh.press('Enter');
    expect(await fresh.choice).toMatchObject({ do: 'exam', blueprint: 'daily' });
  });

  it('turns its parts with Tab, round and back, and by letters as a second way', async () => {
    const sitting = sitsAtMenu();
    await sitting.sees('[F2 今天练]');
    sitting.press('Shift-Tab');
    await sitting.sees('[F7 考试]');
    sitting.press('Tab', 'Tab');
    await sitting.sees('[F3 全部场景]');
    sitting.press('Tab', '5');
    await sitting.sees('[F6 进步]');
    sitting.press('q');
    expect(await sitting.choice).toEqual({ do: 'quit' });
  });

  it('is quiet where there is nothing', async () => {
    const sitting = sitsAtMenu({}, emptyMenu);
    await sitting.sees('没有场景');
    sitting.press('Enter', 'Down', 'F4', 'Enter', 'F5', 'Enter', 'F6', 'Down', 'F7', 'Enter');
    await sitting.sees('没有考试');
    sitting.press('Ctrl-C');
    expect(await sitting.choice).toEqual({ do: 'quit' });
  });
});

describe('the keys of the menu', () => {
  it.each(menuTabs)('each thing has a key that passes an input method, and one meaning: %s', (tab) => {
    const rows = keysNow(menuKeys(menu), firstMenu(tab));
    for (const row of rows) expect(row.keys.some(passesThrough), row.keys.join()).toBe(true);
    const keys = rows.flatMap((row) => row.keys);
    expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted());
  });

  it.each(languages)('stand in one line of 80 cells: %s', async (language) => {
    const say = sayIn(language);
    for (const tab of menuTabs) {
      const items = barItems(menuKeys(menu), firstMenu(tab), say);
      const sitting = sitsAtMenu({ language }, { first: firstMenu(tab) });
      const bar = (): string => sitting.screen.lines().at(-1)!;
      await sitting.sees(items.at(-1)!.name);
      for (const { key, name } of items) expect(bar()).toContain(`${key} ${name}`);
      await sitting.leaves();
    }
  });
});
