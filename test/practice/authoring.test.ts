import { expect, it } from 'vitest';
import { draftScenario } from '../../src/practice/authoring/draft-scenario.ts';
import { personalDataLeft, withoutPersonalData } from '../../src/practice/authoring/personal-data.ts';
import { lintScenarios } from '../../src/practice/scenario/lint-scenarios.ts';
import { parseScenario } from '../../src/practice/scenario/parse-scenario.ts';
import { callOf, ticketOf } from '../tui/fixtures.ts';
import { base, ground } from './school.ts';

it.each([
  ['身份证 370102199003071234', '370102199003071234'],
  ['身份证37010219900307123X，', '37010219900307123X'],
  ['电话 138 0531 2345', '138 0531 2345'],
  ['打 13805312345 找我', '13805312345'],
  ['座机0531-82345678', '0531-82345678'],
  ['卡号 6222 0216 0200 1234 567', '1234 567'],
  ['公积金账号 370100123456', '370100123456'],
  ['合同号 JN2024001234', '2024001234'],
  ['邮箱 liu.fang@example.com', 'liu.fang@example.com'],
  ['车牌鲁A12345', '鲁A12345'],
  ['住在历下区和平路47号3单元502室', '47号'],
  ['我在济南宏达机械有限公司上班', '宏达机械'],
  ['我叫刘芳芳，想问一下', '刘芳芳'],
  ['找过王建国经理', '王建国'],
  ['电话１３８０５３１２３４５', '3805312345'],
])('%s: nothing of it stays', (text, secret) => {
  const { text: left, replaced } = withoutPersonalData(text, []);
  expect(left.normalize('NFKC')).not.toContain(secret.normalize('NFKC'));
  expect(replaced.length).toBeGreaterThan(0);
  expect(personalDataLeft(left, [])).toEqual([]);
});

it('names of the ticket go wherever they stand; amounts, days and shares stay', () => {
  const { text } = withoutPersonalData(
    '刘芳芳女士贷款600000元，2026年7月1日起利率2.6%，月供3208.73元，刘芳芳说等了三个月',
    ['刘芳芳女士'],
  );
  expect(text).not.toContain('刘芳芳');
  for (const kept of ['600000元', '2026年7月1日', '2.6%', '3208.73元', '三个月']) expect(text).toContain(kept);
});

it('what is left is found', () => {
  expect(personalDataLeft('账号 123456789 没换', [])).toHaveLength(1);
  expect(personalDataLeft('刘芳芳说', ['刘芳芳女士'])).toEqual(['刘芳芳']);
});

it('a closed ticket becomes a scenario that can be read, without anybody in it', () => {
  const question =
    '我叫刘芳芳，身份证370102199003071234，单位是济南宏达机械有限公司，UK 怎么做汇缴登记和缴交结算？电话13805312345';
  const answer = '刘芳芳女士您好，先做汇缴登记，再做缴交结算，扣款后在业务凭证打印凭证。';
  const ticket = ticketOf(callOf(1, { name: '刘芳芳女士', question }), {
    state: 'closed',
    category: '咨询',
    topic: 'gjj.dep.ukey',
    answer,
    articles: ['gjj-0001'],
    handledBy: { id: 'x', name: '李敏敏' },
  });
  const { yaml, replaced } = draftScenario(ticket, 'my-case-1', base);
  expect(replaced.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['name', 'id-number', 'employer', 'phone']));
  for (const secret of ['刘芳芳', '李敏敏', '3701', '宏达', '1380']) expect(yaml).not.toContain(secret);
  const read = parseScenario(yaml);
  expect(read.faults).toEqual([]);
  expect(lintScenarios([{ file: 'my-case-1.yaml', text: yaml, ...read }], ground)).toEqual([]);
});
