import { formSpecs } from '../../src/tui/forms/fill-in.ts';
import { freshForm } from '../../src/tui/forms/form-spec.ts';
import type { SpokenLine } from '../../src/tui/state/conversation/conversation.ts';
import { withHeard, withInSight, withSaying, withTop } from '../../src/tui/state/conversation/talk.ts';
import { emptyTalk } from '../../src/tui/state/conversation/talk-state.ts';
import { openForm, showCall, showScreen, withDraft, withOverlay } from '../../src/tui/state/desk.ts';
import type { Snapshot } from '../../src/tui/state/line.ts';
import type { SeatModel } from '../../src/tui/state/model.ts';
import { editBuffer } from '../../src/tui/text/edit-buffer.ts';
import { ago, callOf, mineIn, noon, snapshotOf, ticketOf } from './fixtures.ts';

const waiting = [callOf(1, { queuedAt: ago(48) }), callOf(3, { name: '王先生', question: '租房一年能提几次' })];
const active = mineIn('active', 5, { name: '刘女士', stateSince: ago(95) });
const held = mineIn('held', 5, { name: '刘女士', stateSince: ago(20) });
const wrap = mineIn('wrap-up', 5, { name: '刘女士', stateSince: ago(20) });
const talking = snapshotOf([...waiting, active], [ticketOf(active)]);

const line = (place: number, who: SpokenLine['who'], text: string, mood?: SpokenLine['mood']): SpokenLine => ({
  at: noon - 90_000 + place * 5000,
  who,
  text,
  ...(mood && { mood }),
});
const spoken: readonly SpokenLine[] = [
  line(0, 'expert', '您好，公积金专家坐席，请讲。'),
  line(1, 'citizen', '你好，我们单位刚开通UK代扣，结算那一步怎么也点不进去。', 'calm'),
  line(2, 'expert', '请问您是经办人吗？现在停在哪个页面？'),
  line(3, 'citizen', '我是会计。在汇缴登记那里，点结算就说没有权限，我都试了三天了！', 'anxious'),
  line(4, 'expert', '请您稍等，我查一下。'),
  line(
    5,
    'citizen',
    '上次也说查一下，查了十分钟。到底能不能办？不行我就直接去大厅了，你们别到时候又说让我在网上办。',
    'annoyed',
  ),
];
const answer = '请您先用UK登录单位网厅，在「汇缴登记」里核对人数和金额，再到「缴交结算」确认扣款。';

const said =
  (lines: readonly SpokenLine[] = spoken, news: { gone?: boolean; over?: string } = {}) =>
  (model: SeatModel): SeatModel =>
    withHeard(
      { ...model, talk: emptyTalk },
      {
        spoken: new Map([[active.id, lines]]),
        gone: new Set(news.gone ? [active.id] : []),
        over: news.over,
      },
    );
const inCall =
  (change: (model: SeatModel) => SeatModel = said()) =>
  (model: SeatModel): SeatModel =>
    showCall(change(model), active.id);
const typed = (model: SeatModel): SeatModel =>
  withSaying(inCall()(model), active.id, editBuffer('不好意思让您久等了，我看到原因了', { max: 1000 }));
const drafted = (model: SeatModel): SeatModel =>
  withDraft(typed(model), active.id, editBuffer(answer, { multiline: true, max: 5000 }));

/** The seat in practice, as a trainee meets it. */
export const practicePictures: Record<string, [Snapshot, (model: SeatModel) => SeatModel]> = {
  queue: [snapshotOf(waiting), said([])],
  ringing: [
    snapshotOf([...waiting, mineIn('offered', 10, { name: '周女士', stateSince: ago(4), takenAt: null })]),
    said([]),
  ],
  taken: [talking, inCall(said([]))],
  talking: [talking, typed],
  answering: [talking, (model) => ({ ...drafted(model), pane: 'main' })],
  question: [talking, (model) => ({ ...drafted(model), pane: 'detail' })],
  searching: [talking, (model) => ({ ...drafted(model), pane: 'lookup' })],
  'looking back': [talking, (model) => withTop(withInSight(drafted(model), active.id), 0)],
  held: [snapshotOf([...waiting, held], [ticketOf(held)]), inCall()],
  'hung up': [talking, inCall(said([...spoken, line(6, 'line', '市民挂断')], { gone: true }))],
  'wrap-up': [snapshotOf([...waiting, wrap], [ticketOf(wrap)]), inCall(said(spoken, { gone: true }))],
  closing: [talking, (model) => openForm(drafted(model), freshForm(formSpecs.close, drafted(model), active.id))],
  knowledge: [talking, (model) => showScreen(drafted(model), 'knowledge')],
  accounts: [talking, (model) => showScreen(drafted(model), 'accounts')],
  tickets: [talking, (model) => showScreen(drafted(model), 'tickets')],
  palette: [talking, (model) => withOverlay(drafted(model), { kind: 'palette', query: editBuffer('念'), at: 0 })],
  help: [talking, (model) => withOverlay(drafted(model), { kind: 'help', scroll: 0 })],
  quit: [talking, (model) => withOverlay(drafted(model), { kind: 'confirm', what: 'quit' })],
  away: [
    talking,
    (model) => ({ ...drafted(model), connection: { state: 'away', since: noon - 9000, retryAt: noon + 4000 } }),
  ],
  over: [snapshotOf([]), said([], { over: '练习结束' })],
};
