import type { OutboxEntry } from '../../src/client/desk/outbox-entry.ts';
import { toInstant } from '../../src/contract/shapes/text.ts';
import { formSpecs } from '../../src/tui/forms/fill-in.ts';
import { freshForm } from '../../src/tui/forms/form-spec.ts';
import { openForm, showCall, showScreen, withDraft, withNotice, withOverlay } from '../../src/tui/state/desk.ts';
import { cite } from '../../src/tui/state/knowledge/citations.ts';
import { openArticle, screenLookup, withQuery, withReading } from '../../src/tui/state/knowledge/lookup.ts';
import { noKnowledge } from '../../src/tui/state/knowledge/model.ts';
import type { Snapshot } from '../../src/tui/state/line.ts';
import { applyHistory } from '../../src/tui/state/line.ts';
import type { SeatModel } from '../../src/tui/state/model.ts';
import type { SeatSession } from '../../src/tui/state/session.ts';
import { editBuffer } from '../../src/tui/text/edit-buffer.ts';
import { ago, callOf, me, mineIn, noon, snapshotOf, ticketOf } from './fixtures.ts';

const waiting = [
  callOf(1, { queuedAt: ago(48) }),
  callOf(2, {
    name: '李先生',
    phone: '138****1111',
    priority: 'urgent',
    question: '贷款材料交了三周了一直没消息，开发商催放款，想知道卡在哪一步',
    tried: null,
    queuedAt: ago(75),
  }),
  callOf(3, { name: '王先生', question: '在历下租房，没房子，公积金一年能提几次，最多提多少', queuedAt: ago(5) }),
  callOf(4, {
    name: '欧阳娜娜女士',
    domain: 'shebao',
    front: true,
    question: '医保异地备案怎么办',
    queuedAt: ago(400),
    notes: [{ at: ago(30), by: 'system', kind: 'lapsed', text: '坐席掉线' }],
  }),
];
const active = mineIn('active', 5, { name: '刘女士', stateSince: ago(42) });
const held = mineIn('held', 6, {
  name: '张女士',
  stateSince: ago(130),
  question: '夫妻俩都交公积金，买首套房到底能贷多少',
});
const wrap = mineIn('wrap-up', 7, { name: '王先生', stateSince: ago(40), question: '租房提取' });
const by = { id: me.id, name: me.name };
const closed = ticketOf(callOf(8, { name: '赵女士' }), {
  state: 'closed',
  category: '咨询',
  answer: '登录单位网厅办理',
  handledAt: ago(600),
  handledBy: by,
  openedAt: ago(900),
});
const dispatched = ticketOf(callOf(9, { name: '孙先生' }), {
  state: 'dispatched',
  unit: '贷款管理处',
  reason: '材料三周没有进度',
  urgency: 'urgent',
  deadline: toInstant(noon + 2 * 86_400_000),
  deadlineProvisional: true,
  handledAt: ago(1800),
  handledBy: by,
  openedAt: ago(2000),
});

const answer =
  '您登录单位网上业务系统，先在「汇缴登记」核对人数和金额，再到「缴交结算」确认扣款。\n凭证在「业务凭证」里打印。';

const event = (
  seq: number,
  type: 'call.transferred' | 'call.taken' | 'ticket.dispatched',
  name: string,
  data = {},
) => ({
  seq,
  at: ago(2000 - seq * 60),
  type,
  actor: name === 'system' ? { id: 'system', name } : { id: name, name },
  kind: 'call' as const,
  subject: dispatched.call,
  call: dispatched.call,
  ticket: dispatched.number,
  data,
});
const history = [
  event(1, 'call.transferred', '受理员104'),
  event(2, 'call.taken', '李敏'),
  event(3, 'ticket.dispatched', '李敏', { unit: '贷款管理处' }),
];

const talking = snapshotOf([...waiting, active], [ticketOf(active), closed, dispatched]);
const busy = snapshotOf(
  [...waiting, active, held, wrap],
  [active, held, wrap].map((call) => ticketOf(call)),
);
const inCall = (model: SeatModel): SeatModel => showCall(model, active.id);
const drafted = (model: SeatModel): SeatModel =>
  withDraft(inCall(model), active.id, editBuffer(answer, { multiline: true, max: 5000 }));
const form =
  (kind: 'close' | 'dispatch' | 'return' | 'move' | 'reveal' | 'keep-snippet') =>
  (model: SeatModel): SeatModel =>
    openForm(drafted(model), freshForm(formSpecs[kind], drafted(model), active.id));

const searchIn =
  (key: string, text: string) =>
  (model: SeatModel): SeatModel =>
    withQuery(model, key, editBuffer(text, { max: 200 }));
const onShelf = (model: SeatModel): SeatModel => showScreen(model, 'knowledge');
const reading =
  (article: string, part = 0) =>
  (model: SeatModel): SeatModel =>
    withReading(openArticle(searchIn(screenLookup, '租房提取')(onShelf(model)), screenLookup, article), screenLookup, {
      part,
    });
const used = (model: SeatModel): SeatModel => ({
  ...model,
  use: { pinned: ['sb-0001'], recent: ['gjj-0004', 'gjj-0001'], uses: {} },
});
const cited = (model: SeatModel): SeatModel => cite(cite(drafted(model), active.id, 'gjj-0003'), active.id, 'gjj-0001');
const beside = (model: SeatModel): SeatModel => ({ ...drafted(model), pane: 'lookup' });

/** A close that is yet to go out. */
const posted = (place = 1): OutboxEntry => ({
  place,
  route: 'tickets.close',
  key: `key-${place}`,
  subject: wrap.id,
  ticket: wrap.ticket,
  dueAt: noon + 8000,
  tried: false,
  params: { number: wrap.ticket },
  body: { category: '咨询', answer, articles: ['gjj-0003'], keepCall: false },
  about: wrap.name,
});
const refused: OutboxEntry = {
  ...posted(1),
  ticket: closed.number,
  dueAt: noon - 60_000,
  tried: true,
  about: '赵女士',
  refused: { code: 'ticket_state', text: '工单已办结', at: noon - 30_000 },
};

/** The main screens, each as a person would meet it. */
export const pictures: Record<string, [Snapshot, (model: SeatModel, session?: SeatSession) => SeatModel]> = {
  queue: [snapshotOf(waiting), (model) => model],
  'queue empty': [snapshotOf([]), (model) => model],
  ringing: [
    snapshotOf([...waiting, mineIn('offered', 10, { name: '周女士', stateSince: ago(4), takenAt: null })]),
    (model) => model,
  ],
  call: [
    talking,
    (model) => withNotice(inCall(model), 'done', model.language === 'en' ? 'Taken' : '已接听 刘女士', noon),
  ],
  'call answered': [talking, drafted],
  'call of three': [busy, drafted],
  'call wrap-up': [busy, (model) => showCall(model, wrap.id)],
  'form close': [talking, form('close')],
  'form dispatch': [talking, form('dispatch')],
  'form return': [talking, form('return')],
  'form move': [talking, form('move')],
  'form reveal': [talking, form('reveal')],
  'keep snippet': [talking, form('keep-snippet')],
  away: [
    talking,
    (model) => ({
      ...drafted(model),
      connection: { state: 'away', since: noon - 9000, retryAt: noon + 4000 },
    }),
  ],
  tickets: [talking, (model) => showScreen(model, 'tickets')],
  'ticket detail': [
    talking,
    (model) => ({
      ...applyHistory(showScreen(model, 'tickets'), dispatched.number, history),
      ticketAt: dispatched.number,
      ticketOpen: true,
    }),
  ],
  'seat menu': [snapshotOf(waiting), (model) => withOverlay(model, { kind: 'seat', at: 1 })],
  palette: [talking, (model) => withOverlay(inCall(model), { kind: 'palette', query: editBuffer(), at: 0 })],
  'palette found': [
    talking,
    (model) =>
      withOverlay(inCall(model), {
        kind: 'palette',
        query: editBuffer('提取'),
        at: 1,
      }),
  ],
  'palette values': [
    talking,
    (model) => withOverlay(inCall(model), { kind: 'palette', query: editBuffer(), at: 2, setting: 'theme' }),
  ],
  'keys after a prefix': [talking, (model) => ({ ...drafted(model), prefix: { keys: 'ctrl+x', shown: true } })],
  help: [snapshotOf(waiting), (model) => withOverlay(model, { kind: 'help', scroll: 0 })],
  quit: [busy, (model) => withOverlay(drafted(model), { kind: 'confirm', what: 'quit' })],
  'end call': [talking, (model) => withOverlay(drafted(model), { kind: 'confirm', what: 'end', call: active.id })],
  knowledge: [snapshotOf(waiting), (model) => onShelf(used(model))],
  'knowledge loading': [snapshotOf(waiting), (model) => onShelf({ ...model, knowledge: noKnowledge })],
  'knowledge search': [snapshotOf(waiting), (model) => searchIn(screenLookup, 'zu房tq')(onShelf(model))],
  'knowledge nothing': [snapshotOf(waiting), (model) => searchIn(screenLookup, '今天天气')(onShelf(model))],
  'knowledge offline': [
    snapshotOf(waiting),
    (model) => ({
      ...searchIn(screenLookup, '租房提取')(onShelf(model)),
      connection: { state: 'away', since: noon - 9000, retryAt: noon + 4000 },
      knowledge: {
        ...model.knowledge,
        status: { origin: 'hub', state: 'offline', syncedAt: noon - 25 * 3_600_000 },
      },
    }),
  ],
  article: [talking, (model) => reading('gjj-0001', 1)(inCall(model))],
  'article expired': [snapshotOf(waiting), reading('gjj-0002')],
  'article menu': [
    talking,
    (model) => withOverlay(reading('gjj-0001', 3)(inCall(model)), { kind: 'article-menu', at: 1 }),
  ],
  related: [talking, (model) => withOverlay(reading('gjj-0001')(inCall(model)), { kind: 'related', at: 1 })],
  sms: [talking, (model) => withOverlay(reading('gjj-0001')(inCall(model)), { kind: 'sms' })],
  'form correct': [
    talking,
    (model) => {
      const read = reading('gjj-0001', 2)(inCall(model));
      return openForm(read, freshForm(formSpecs.correct, read, 'gjj-0001'));
    },
  ],
  'call suggestions': [talking, cited],
  'call search': [talking, (model) => searchIn(active.id, '租房')(beside(model))],
  'call reading': [talking, (model) => openArticle(searchIn(active.id, '租房')(beside(model)), active.id, 'gjj-0001')],
  'form close cited': [talking, (model) => openForm(cited(model), freshForm(formSpecs.close, cited(model), active.id))],
  'close to be taken back': [busy, (model) => ({ ...model, outbox: [posted()] })],
  outbox: [busy, (model) => withOverlay({ ...model, outbox: [refused, posted(2)] }, { kind: 'outbox', at: 0 })],
  conflict: [
    busy,
    (model) =>
      withOverlay(
        {
          ...model,
          outbox: [refused],
          standing: new Map([[closed.number, closed]]),
        },
        { kind: 'conflict', entry: refused.key, at: 0, scroll: 0 },
      ),
  ],
  snippets: [
    talking,
    (model) =>
      withOverlay(inCall(model), {
        kind: 'snippets',
        query: editBuffer(),
        at: 1,
        mine: [
          { id: 'my-1', name: '补缴材料', text: '{称呼}您好，请带{?材料}，{?日期}前来。', topics: [] },
          { id: 'my-2', name: '到账时间', text: '{称呼}您好，审核通过后请留意银行到账短信。', topics: [] },
        ],
      }),
  ],
  'older texts': [
    talking,
    (model, session) => {
      session?.kept.putBy(me.id, active.id, '先登记再缴费。');
      session?.kept.putBy(me.id, active.id, answer);
      return withOverlay(drafted(model), { kind: 'older', at: 0 });
    },
  ],
  'sign-in': [
    snapshotOf([]),
    (model) => ({ ...model, signedIn: false, me: undefined, seat: undefined, loaded: false, screen: 'sign-in' }),
  ],
};

/** The sizes of terminal that the screens are laid out for. */
export const sizes = [
  { columns: 80, rows: 24 },
  { columns: 120, rows: 36 },
  { columns: 160, rows: 50 },
];
