import { formSpecs } from '../../src/tui/forms/fill-in.ts';
import { freshForm } from '../../src/tui/forms/form-spec.ts';
import { type AccountDesk, emptyDesk, queryKey } from '../../src/tui/state/accounts/account-desk.ts';
import type { Answer } from '../../src/tui/state/accounts/tabs.ts';
import { openForm, showCall, showScreen, withDraft, withNotice } from '../../src/tui/state/desk.ts';
import type { SeatModel } from '../../src/tui/state/model.ts';
import { editBuffer } from '../../src/tui/text/edit-buffer.ts';
import { answers, clerk, holder } from './account-answers.ts';
import { ago, mineIn, noon, snapshotOf, ticketOf } from './fixtures.ts';

const active = mineIn('active', 5, {
  name: '赵女士',
  phone: '154****1001',
  stateSince: ago(42),
  topic: 'gjj.ln.progress',
  question: '贷款材料交了三周了一直没消息，开发商催放款，想知道卡在哪一步',
});
/** What the hub says when the accounts are looked at. */
export const accountSnapshot = snapshotOf([active], [ticketOf(active)]);

const identity = (failures: number, verified: readonly (typeof holder)[] = []): AccountDesk['identity'] => ({
  call: active.id,
  failures,
  left: 3 - failures,
  locked: failures >= 3,
  verified: [...verified],
  revision: 1,
});

const onAccounts =
  (desk: Partial<AccountDesk>) =>
  (model: SeatModel): SeatModel => ({
    ...showScreen(showCall(model, active.id), 'accounts'),
    accounts: new Map([[active.id, { ...emptyDesk, ...desk }]]),
  });

const shown = (answer: Answer, more: Partial<AccountDesk> = {}) => {
  const employer = answer.tab === 'employer' || answer.tab === 'remittances';
  const person = employer ? clerk : holder;
  return onAccounts({
    identity: identity(0, [person]),
    tab: answer.tab,
    queries: new Map([[queryKey(person.id, answer.tab), { state: 'shown', answer }]]),
    ...more,
  });
};

const refusal = {
  text: '核验未通过：所述信息与中心登记不一致，本次通话还可再试 2 次',
  tell: '不要告诉来电人哪一项不符。可请其核对后再报，或带证件到窗口、在网上业务系统实名登录后查询',
};
const key = queryKey(holder.id, 'progress');
const said =
  '经核验，您的贷款申请（2026-10-09 提交，600,000.00 元）2026-10-12 起处于待审核环节。还缺购房合同，请尽快补齐。';

const gaps = ['2024-03', '2024-06', '2024-09', '2024-12', '2025-03', '2025-08', '2025-09', '2026-02'];
const interrupted: Answer = {
  tab: 'contributions',
  reply: {
    ...answers.contributions.reply,
    gaps,
    contributions: answers.contributions.reply.contributions.filter(({ month }) => !gaps.includes(month)),
  },
};
const inWrapUp = (model: SeatModel): SeatModel => ({
  ...model,
  calls: new Map(model.calls).set(active.id, { ...active, state: 'wrap-up' }),
});

/** The accounts screen as a person meets it. */
export const accountPictures: Record<string, (model: SeatModel) => SeatModel> = {
  'accounts without a call': (model) => ({ ...showScreen(model, 'accounts'), callAt: undefined, calls: new Map() }),
  'accounts verify': onAccounts({ identity: identity(0) }),
  'accounts over': (model) => inWrapUp(onAccounts({ identity: identity(0) })(model)),
  'accounts mismatch': onAccounts({ identity: identity(1), refusal }),
  'accounts locked': onAccounts({ identity: identity(3) }),
  'accounts overview': shown(answers.overview),
  'accounts contributions': shown(answers.contributions),
  'accounts progress': (model) =>
    withNotice(
      withDraft(shown(answers.progress)(model), active.id, editBuffer(said, { multiline: true, max: 5000 })),
      'done',
      model.language === 'en' ? 'Written' : '已把贷款进度写入赵女士的答复：经核验，您的贷款申请（2026-10-09…',
      noon,
    ),
  'accounts loans': shown(answers.loans),
  'accounts repayments': shown(answers.repayments),
  'accounts interrupted': shown(interrupted),
  'accounts no loan': onAccounts({
    identity: identity(0, [holder]),
    tab: 'repayments',
    queries: new Map([[queryKey(holder.id, 'repayments'), { state: 'none' }]]),
  }),
  'accounts online': shown(answers.online),
  'accounts employer': shown(answers.employer),
  'accounts remittances': shown(answers.remittances),
  'accounts late': onAccounts({
    identity: identity(0, [holder]),
    tab: 'progress',
    queries: new Map([[key, { state: 'asking', since: noon - 4000, token: Symbol('late') }]]),
  }),
  'accounts fault': onAccounts({
    identity: identity(0, [holder]),
    tab: 'progress',
    queries: new Map([
      [
        key,
        {
          state: 'failed',
          refusal: {
            text: '公积金系统没有及时答复，查询没有结果',
            tell: '不影响通话和办结。可先答复政策，告知来电人稍后回电，或登记后转派',
          },
        },
      ],
    ]),
  }),
  'accounts reveal': shown(answers.overview, {
    reveal: { field: 'phone', value: '15400001001', until: noon + 28_000 },
  }),
  'accounts reveal form': (model) => {
    const at = shown(answers.loans)(model);
    return openForm(at, freshForm(formSpecs['reveal-field'], at, active.id));
  },
  'accounts close': (model) => {
    const at = withDraft(shown(answers.progress)(model), active.id, editBuffer(said, { multiline: true, max: 5000 }));
    return openForm(at, freshForm(formSpecs.close, at, active.id));
  },
};
