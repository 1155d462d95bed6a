import { expect, it } from 'vitest';
import { Sandbox } from '../../src/fund-sandbox/sandbox.ts';
import { callerOf } from '../../src/practice/citizen/caller.ts';
import { Citizen, type CitizenAct, meaningsIn } from '../../src/practice/citizen/citizen.ts';
import { Understanding } from '../../src/practice/citizen/understanding.ts';
import { parseScenario } from '../../src/practice/scenario/parse-scenario.ts';
import type { Scenario } from '../../src/practice/scenario/scenario.ts';
import { library, scenarioOf, today } from './school.ts';

const { rules } = library;
const sandbox = new Sandbox({ today, seed: 1 });
const template = scenarioOf('gjj-ukey-first-month');

/** A citizen on the line, and what they say to each thing. */
const talk = (change: (scenario: Scenario) => Scenario = (scenario) => scenario, seed = 1) => {
  const scenario = change(template.scenario!);
  const understanding = new Understanding(meaningsIn(scenario, rules.manner), rules.lexicon);
  const citizen = new Citizen(scenario, callerOf(scenario, sandbox, seed), seed, rules, understanding);
  citizen.taken(0);
  let at = 0;
  const said = (acts: readonly CitizenAct[]): string =>
    acts.map((act) => (act.does === 'says' ? act.text : `<${act.does === 'ends' ? act.how : act.does}>`)).join(' ');
  return {
    citizen,
    caller: callerOf(scenario, sandbox, seed),
    says: (text: string, after = 5000): string => {
      at += after;
      return said([...citizen.advance(at), ...citizen.hears(text, at)]);
    },
    waits: (seconds: number): string => {
      at += seconds * 1000;
      return said(citizen.advance(at));
    },
  };
};
const greeting = '您好，公积金专家坐席，请讲。';
const solution = '您先做汇缴登记，再做缴交结算，扣款成功以后在业务凭证里打印凭证。';
const withCitizen =
  (change: Partial<Scenario['citizen']>) =>
  (scenario: Scenario): Scenario => ({
    ...scenario,
    citizen: { ...scenario.citizen, ...change },
  });

it('waits to be greeted, tells the matter, answers what is asked, and is satisfied by the answer', () => {
  const { says, citizen } = talk();
  expect(says(greeting)).toContain('我们单位刚开通 UK');
  expect(says('您登陆进系统里了吗？')).toContain('登进去了');
  expect(citizen.satisfied).toBe(false);
  expect(says(solution)).not.toBe('');
  expect(citizen.satisfied).toBe(true);
  expect(says('请问您还有别的问题吗？')).toMatch(/没/);
  expect(says('感谢您的来电，再见。')).toContain('<goodbye>');
});

it('understands other words, homophones and first letters of what it knows', () => {
  for (const asked of [
    '网厅能登录上吗？',
    '登录单位网上业务系统没有？',
    '您进到系统里面了吗',
    'denglu 进去了吗？',
    '您登路进去了吗？',
  ])
    expect(talk().says(greeting) && asked && talkedAbout(asked), asked).toContain('登进去了');
});
const talkedAbout = (asked: string): string => {
  const { says } = talk();
  says(greeting);
  return says(asked);
};

it('says who they are when asked, as the sandbox fund knows them', () => {
  const { says, caller } = talk();
  says(greeting);
  expect(says('请问您怎么称呼？')).toContain(caller.facts.name);
  expect(says('麻烦报一下身份证号码。')).toContain(caller.facts.idNumber);
  expect(says('单位账号是多少？')).toContain(caller.facts.employerAccount);
});

it('who is nobody of the fund has no number to tell', () => {
  const { says } = talk(({ citizen: { role: _, ...citizen }, ...scenario }) => ({
    ...scenario,
    citizen: { ...citizen, name: '钱先生' },
  }));
  says(greeting);
  expect(says('麻烦报一下身份证号码。')).not.toMatch(/\d{6}|\{/);
});

it('says so plainly when it does not understand, and comes back to its matter', () => {
  const { says } = talk();
  says(greeting);
  expect(says('您昨天晚饭吃的什么？')).toMatch(/没听懂|不太明白|不知道|不清楚/);
  const aside = ['今天天气不错。', '我们单位在历下区。', '这边风景很好。'].map((text) => says(text));
  expect(aside.join()).toMatch(/怎么办|没太明白|问题/);
});

it('objects to what is wrong, once', () => {
  const { says, citizen } = talk();
  says(greeting);
  expect(says('这个您必须到柜台办。')).toContain('网上就能办');
  expect(says('就是得去柜台办。')).not.toContain('网上就能办');
  expect(citizen.satisfied).toBe(false);
});

it('does not let the expert go before the matter is dealt with', () => {
  const { says } = talk();
  says(greeting);
  expect(says('好的，再见。')).not.toContain('<goodbye>');
  expect(says('再见。')).toContain('<hangs-up>');
});

it('asks whether anybody is there, gets angrier, and hangs up', () => {
  const { says, waits, citizen } = talk();
  says(greeting);
  expect(citizen.mood).toBe('calm');
  expect(waits(61)).toMatch(/喂/);
  expect(waits(61)).toMatch(/喂/);
  expect(waits(61)).toMatch(/喂/);
  expect(citizen.mood).toBe('angry');
  expect(waits(61)).toContain('<hangs-up>');
});

it('waits longer when asked to, and longer still on hold', () => {
  const asked = talk();
  asked.says(greeting);
  asked.says('请您稍等，我帮您查一下。');
  expect(asked.waits(100)).toBe('');
  const held = talk();
  held.says(greeting);
  held.citizen.hold(5000);
  expect(held.waits(110)).toBe('');
});

it('is soothed by a word of understanding, offended by a rude one', () => {
  const angry = talk(withCitizen({ mood: 'angry' }));
  angry.says(greeting);
  angry.says('非常抱歉给您添麻烦了，我理解您的心情。');
  expect(angry.citizen.mood).toBe('annoyed');
  const calm = talk();
  calm.says(greeting);
  expect(calm.says('你吵什么，爱信不信。')).toMatch(/态度|说话/);
  expect(calm.citizen.mood).not.toBe('calm');
});

it('what happens in time happens unless it was dealt with by then', () => {
  const happens = [{ after: 60, unless: ['point'], says: '你到底会不会？', mood: 'angry' as const }];
  const points = (scenario: Scenario): Scenario => ({
    ...withCitizen({ happens, patience: 600 })(scenario),
    expect: { ...scenario.expect, say: [{ id: 'point', says: scenario.expect.say[0]!.says }] },
  });
  const late = talk(points);
  late.says(greeting);
  expect(late.waits(60)).toContain('你到底会不会');
  const early = talk(points);
  early.says(greeting);
  early.says(solution);
  expect(early.waits(60)).toBe('');
});

it('a line that drops is over, and nobody hears what is said', () => {
  const { says, waits } = talk(withCitizen({ happens: [{ after: 20, ends: 'line-drops' }] }));
  says(greeting);
  expect(waits(20)).toContain('<line-drops>');
  expect(says('喂？')).toBe('');
});

it('who is silent says nothing until spoken to often enough', () => {
  const silent = talk(withCitizen({ silent: 'never' }));
  for (let time = 0; time < 5; time++) expect(silent.says('您好，请讲，能听到吗？')).toBe('');
  const shy = talk(withCitizen({ silent: 3 }));
  expect(shy.says(greeting)).toBe('');
  expect(shy.says('您好，能听到吗？')).toBe('');
  expect(shy.says('您好，请讲。')).toContain('UK');
});

it('brings up a further matter when the first is dealt with', () => {
  const { says } = talk((scenario) => ({
    ...withCitizen({ next_matter: { after: ['point'], says: '还有个事，UK 丢了怎么办？' } })(scenario),
    expect: { ...scenario.expect, say: [{ id: 'point', says: scenario.expect.say[0]!.says }] },
  }));
  says(greeting);
  expect(says(solution)).toContain('UK 丢了怎么办');
});

it('the same seed gives the same words, another one others', () => {
  const words = (seed: number): string => {
    const { says, waits } = talk(undefined, seed);
    return [
      says(greeting),
      says('嗯。'),
      says('今天天气不错。'),
      waits(70),
      says(solution),
      says('还有别的问题吗？'),
    ].join('|');
  };
  expect(words(5)).toBe(words(5));
  expect(new Set([1, 2, 3, 4, 5, 6].map(words)).size).toBeGreaterThan(3);
});

it('nothing in a text of the scenario reaches anybody as a placeholder', () => {
  const { scenario } = parseScenario(
    template.text.replace('登进去了，看到好几个菜单', '我是{name}，单位{employer}，登进去了'),
  );
  const { says } = talk(() => scenario!);
  says(greeting);
  expect(says('您登录进去了吗？')).not.toMatch(/[{}]/);
});

it.each(['身份证号多少', '身份证号。', '那您报一下您的名字跟身份证', '证件号码说一下'])(
  'gives the number when asked 「%s」',
  (asked) => {
    const { says, caller } = talk();
    says(greeting);
    expect(says(asked)).toContain(caller.facts.idNumber);
  },
);

it.each(['再见。', '好的再见哈', '嗯，再见啊', '那祝您生活愉快'])('takes leave at 「%s」', (farewell) => {
  const { says } = talk();
  says(greeting);
  says(solution);
  expect(says(farewell)).toContain('<goodbye>');
});

/** What the citizen of a shipped scenario says to the last of these things. */
const lastReply = (id: string, ...said: readonly string[]): string => {
  const { says } = talk(() => scenarioOf(id).scenario!);
  return said.map((text) => says(text)).at(-1)!;
};

it('answers each of the questions that are asked in one breath', () => {
  const remote = lastReply('sb-remote-care-misrouted', greeting, '您妈妈医保哪的，住北京多久了，哪天看病');
  for (const part of ['医保在济南', '小半年', '下礼拜三']) expect(remote).toContain(part);
  const delayed = lastReply('gjj-loan-delayed', greeting, '合同几号到期啊，二手房还是新房');
  for (const part of ['这个月底前付清', '二手房']) expect(delayed).toContain(part);
  const { says, caller } = talk(() => scenarioOf('gjj-loan-delayed').scenario!);
  says(greeting);
  const person = says('您姓啥叫啥，身份证报给我，再对下手机号');
  for (const fact of ['name', 'idNumber', 'phone']) expect(person).toContain(caller.facts[fact]);
});

it.each(['您是昨天吃的啥饭呀', '您晚饭吃过没', '您家养的猫还是狗', '您邻居叫小明是不'])(
  'hears a question without its mark: 「%s」',
  (asked) => {
    const { says } = talk();
    says(greeting);
    expect(says(asked)).toMatch(/没听懂|不太明白|不知道|不清楚/);
  },
);

it.each(['我帮您看看卡在哪一步', '密码谁要都不能给', '我让中心查查材料压在哪儿了', '现在还是审核阶段'])(
  'takes no statement for a question: 「%s」',
  (told) => {
    const { says } = talk();
    says(greeting);
    expect(says(told)).toMatch(/^(?:嗯|哦)/);
  },
);

it('a space is a pause: greeting and farewell are heard beside other words', () => {
  const { says } = talk();
  expect(says('你好啊 公积金这边的')).toMatch(/^[你您]好/);
  says(solution);
  expect(says('没有别的我先给您记下了 再见')).toContain('<goodbye>');
});

it('grants time when asked for it with a word of comfort', () => {
  const { says } = talk();
  says(greeting);
  expect(says('您别着急，我给您查查，稍等一下')).toMatch(/您查|等着/);
});

it('says that a part is still open once the other part was told', () => {
  const said = ['您的申请还在审核中。', '您看行不'];
  expect(lastReply('gjj-loan-delayed', greeting, ...said)).toMatch(/剩下|一半|光说这个/);
});

it('who has all they rang for does not ask for other words, nor thanks for an explanation when handed on', () => {
  const { says } = talk();
  says(greeting);
  says(solution);
  expect(says('您昨天晚饭吃的什么？')).toMatch(/不清楚|不知道/);
  const moved = lastReply('sb-remote-care-misrouted', greeting, '这个归医保管 我把您转到社保医保那边哈，您可别挂');
  expect(moved).not.toContain('明白');
});

it('does not begin anew when told something, only when asked', () => {
  const opening = '结婚证都在我手里';
  expect(lastReply('gjj-spouse-balance', greeting, '五万不五万的我也没法跟您说呀')).not.toContain(opening);
  expect(lastReply('gjj-spouse-balance', greeting, '您的问题是什么？')).toContain(opening);
});

it('understands a question that is none of its matter', () => {
  expect(lastReply('gjj-spouse-balance', greeting, '您那个结婚证是哪年领的')).toMatch(/不知道|不清楚/);
});

it('answers to their name, and to no other', () => {
  const { says, caller } = talk();
  says(greeting);
  expect(says(`您是${caller.facts.name}本人吗`)).toMatch(/是我/);
  expect(says('您是李大海先生吗')).toContain(caller.facts.name);
});

it('gives what each part asks of them, and nothing besides', () => {
  const { says, caller } = talk();
  says(greeting);
  const told = says('您电话多少，单位叫啥');
  for (const fact of ['phone', 'employer']) expect(told).toContain(caller.facts[fact]);
  expect(told).not.toContain(caller.facts.employerAccount);
});

it('takes small words for what they are', () => {
  const { says } = talk();
  says(greeting);
  expect(says('哦')).not.toMatch(/听不懂|没听|不太明白/);
  expect(says('稍等啊')).toMatch(/您查|等着/);
  expect(says('我听不清，您大点声')).toContain('UK');
  says(solution);
  expect(says('不客气')).toMatch(/谢谢您|好的/);
  expect(says('就这样吧')).toContain('<goodbye>');
});
