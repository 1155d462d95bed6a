import type { TicketView } from '../../src/contract/shapes/ticket.ts';
import { formSpecs } from '../../src/tui/forms/fill-in.ts';
import { freshForm } from '../../src/tui/forms/form-spec.ts';
import { openForm, showScreen } from '../../src/tui/state/desk.ts';
import { textTest } from '../../src/tui/state/list/text-test.ts';
import type { SeatModel } from '../../src/tui/state/model.ts';
import { markOrNot, moveInTickets, withFindText, withList } from '../../src/tui/state/tickets/ticket-list.ts';
import { editBuffer } from '../../src/tui/text/edit-buffer.ts';
import { ago, callOf, me, snapshotOf, ticketOf } from './fixtures.ts';

const by = { id: me.id, name: me.name };
const names = ['刘女士', '欧阳娜娜女士', '赵女士', '孙先生'];
const questions = [
  '单位刚开通UK代扣结算，不知道怎么用UK做汇缴登记和缴交结算，缴完以后凭证在哪里打',
  '贷款材料交了三周了一直没消息，开发商催放款，想知道卡在哪一步',
  '在历下租房，没房子，公积金一年能提几次，最多提多少',
];

const tickets = Array.from({ length: 1234 }, (_, place): TicketView => {
  const ticket = ticketOf(callOf(place), {
    name: names[place % names.length]!,
    question: questions[place % questions.length]!,
    openedAt: ago(600 + place * 7000),
    handledBy: by,
  });
  if (place < 2) return ticket;
  if (place < 6) {
    const deadline = ago(86_400 * (place - 4));
    return { ...ticket, state: 'dispatched', unit: '贷款管理处', reason: '催办', urgency: 'urgent', deadline };
  }
  return { ...ticket, state: 'closed', category: '咨询', answer: '登录单位网厅办理' };
});

/** More tickets than anybody scrolls through. */
export const ticketSnapshot = snapshotOf([], tickets);

const list = (model: SeatModel): SeatModel => moveInTickets(showScreen(withList(model, { textTest }), 'tickets'), 3);
const marked = (model: SeatModel): SeatModel => markOrNot(markOrNot(list(model)));
const finding = (model: SeatModel): SeatModel =>
  withFindText(withList(list(model), { typing: true }), editBuffer('zf 赵', { max: 100 }));

/** The list of tickets, each time as a person would meet it. */
export const ticketPictures: Record<string, (model: SeatModel) => SeatModel> = {
  list,
  'list being read': (model) => withList(list(model), { reading: 'reading' }),
  'by deadline': (model) => ({
    ...list(model),
    ticketAt: undefined,
    lists: { filter: 'dispatched', period: 'all', order: 'deadline' },
  }),
  'this week, by name': (model) => ({ ...list(model), lists: { filter: 'all', period: 'week', order: 'name' } }),
  marked,
  finding,
  'nothing found': (model) => withFindText(list(model), editBuffer('没有的人', { max: 100 })),
  detail: (model) => ({ ...list(model), ticketOpen: true }),
  export: (model) => openForm(marked(model), freshForm(formSpecs.export, model, '')),
};
