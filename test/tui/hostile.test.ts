import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import { KnowledgeBase } from '../../src/kb/knowledge-base.ts';
import { formSpecs } from '../../src/tui/forms/fill-in.ts';
import { freshForm } from '../../src/tui/forms/form-spec.ts';
import { openForm, showCall, showScreen, withNotice } from '../../src/tui/state/desk.ts';
import { openArticle, screenLookup, withQuery, withTopic } from '../../src/tui/state/knowledge/lookup.ts';
import { applyHistory } from '../../src/tui/state/line.ts';
import type { SeatModel } from '../../src/tui/state/model.ts';
import { editBuffer } from '../../src/tui/text/edit-buffer.ts';
import { draw } from './draw.tsx';
import { ago, callOf, me, mineIn, noon, snapshotOf, ticketOf } from './fixtures.ts';
import { knowledgeOf, shelf } from './shelf.ts';

/** What must never reach a terminal, as if a hub had let it through, and what is merely awkward. */
const hostile = {
  'escape sequences': '\x1b[31m红\x1b[2J\x1b[10;10H字\x1b]52;c;aGk=\x07完\x1bc',
  'C1 controls and bells': 'a\x9b31mb\x07c\x90q\x9cd\r\ne\tf\x00g\x7fh',
  'bidi overrides': '\u202eabc\u202c \u2066def\u2069 \u200f中\u200e',
  'zero-width characters': '零\u200b宽\u200d字\ufeff符\u2060完\u00ad',
  'combining marks': `Z${'\u0301'.repeat(60)}alg${'\u0336'.repeat(40)}o`,
  emoji: '👨‍👩‍👧‍👦👍🏽🇨🇳🏴󠁧󠁢󠁥󠁮󠁧󠁿❤️1️⃣',
  'wide and ambiguous': '“引号”……——·①②③ⅣⅤ㎡℃ｱｲｳ한국어'.repeat(8),
  'one long word': 'W'.repeat(2000),
  'two thousand characters': '公积金贷款进度'.repeat(286).slice(0, 2000),
  'many lines': Array.from({ length: 300 }, (_, index) => `第${index}行`).join('\n'),
};

/** Topics and figures come from files whose words nobody has checked; articles are refused as a whole. */
const hostileKnowledge = (text: string): SeatModel['knowledge'] => {
  const name = text.replace(/[\t\r\n]/g, ' ').slice(0, 300);
  const documents = shelf.map((document) => {
    if (document.kind === 'topics') return { ...document, text: document.text.replaceAll('租房提取', () => name) };
    if (document.kind === 'policy') {
      return { ...document, text: document.text.replaceAll('1500', () => JSON.stringify(name.slice(0, 40))) };
    }
    return document;
  });
  return { ...knowledgeOf(), base: new KnowledgeBase(documents) };
};

const screensOf = (text: string): Record<string, (model: SeatModel) => SeatModel> => {
  const call = mineIn('active', 5);
  return {
    queue: (model) => model,
    call: (model) => showCall(model, call.id),
    form: (model) => openForm(showCall(model, call.id), freshForm(formSpecs.dispatch, model, call.id)),
    tickets: (model) => showScreen(model, 'tickets'),
    ticket: (model) => ({
      ...applyHistory(showScreen(model, 'tickets'), callOf(5).ticket, [
        {
          seq: 1,
          at: ago(9),
          type: 'call.phone-revealed',
          actor: { id: 'x', name: text },
          kind: 'call',
          subject: call.id,
          call: call.id,
          ticket: call.ticket,
          data: { reason: text },
        },
      ]),
      ticketOpen: true,
    }),
    knowledge: (model) => showScreen({ ...model, knowledge: hostileKnowledge(text) }, 'knowledge'),
    'knowledge search': (model) =>
      withQuery(
        showScreen({ ...model, knowledge: hostileKnowledge(text) }, 'knowledge'),
        screenLookup,
        editBuffer(`租房${text}`, { max: 200 }),
      ),
    topic: (model) =>
      withTopic(showScreen({ ...model, knowledge: hostileKnowledge(text) }, 'knowledge'), screenLookup, 'gjj.wd.rent'),
    article: (model) => ({
      ...openArticle(
        showScreen({ ...model, knowledge: hostileKnowledge(text) }, 'knowledge'),
        screenLookup,
        'gjj-0001',
      ),
      corrections: new Map([
        [
          'x',
          {
            id: '0193bd00-0000-7000-8000-000000000001',
            document: 'gjj-0001',
            version: 1,
            part: text,
            note: text,
            ticket: null,
            filedBy: { id: me.id, name: text },
            filedAt: ago(99),
            state: 'accepted' as const,
            answer: text,
            answeredBy: { id: 'x', name: text },
            answeredAt: ago(9),
            revision: 1,
          },
        ],
      ]),
    }),
    'article in a call': (model) =>
      openArticle(
        { ...showCall({ ...model, knowledge: hostileKnowledge(text) }, call.id), pane: 'lookup' },
        call.id,
        'gjj-0001',
      ),
    notice: (model) => withNotice(model, 'refused', text, noon),
  };
};

it.each(Object.entries(hostile))('%s leave every screen straight', async (_, text) => {
  const fields = { name: text, phone: text, question: text, tried: text, from: text };
  const note = { at: ago(9), by: text, kind: 'moved' as const, text };
  const mine = mineIn('active', 5, { ...fields, notes: [note] });
  const held = mineIn('held', 6, fields);
  const calls = [callOf(1, { ...fields, notes: [note] }), callOf(2, fields), mine, held];
  const outcome = { unit: text, reason: text, answer: text, name: text, phone: text, question: text };
  const tickets = [
    ticketOf(mine),
    ticketOf(callOf(8), { ...outcome, state: 'closed', handledBy: { id: me.id, name: text } }),
    ticketOf(callOf(9), { ...outcome, state: 'dispatched', urgency: 'urgent', deadline: ago(-9000) }),
  ];
  const snapshot = { ...snapshotOf(calls, tickets), me: { ...me, name: text } };
  for (const [screen, change] of Object.entries(screensOf(text))) {
    for (const size of [
      { columns: 80, rows: 24 },
      { columns: 120, rows: 36 },
    ]) {
      const drawn = await draw(snapshot, change, size);
      const lines = drawn.screen.lines();
      expect(drawn.screen.overran(), screen).toBe(false);
      for (const line of lines) expect(stringWidth(line), `${screen}: ${line}`).toBeLessThanOrEqual(size.columns);
      // Every frame is closed at the right edge, in its own column: nothing pushed it aside.
      const framed = lines.filter((line) => /^[┃│┏┌┗└]/.test(line));
      expect(framed.length).toBeGreaterThan(10);
      for (const line of framed) expect(line, screen).toMatch(/[┃│┓┐┛┘]$/);
      for (const line of framed) expect(stringWidth(line), `${screen}: ${line}`).toBe(size.columns);
      // Only Ink's own sequences were written: no clipboard, no title, no bell, no bidi.
      expect(drawn.screen.raw).not.toMatch(/\x1b\]|\x07|\x9b|[\u202a-\u202e\u2066-\u2069\u200b\ufeff]/);
    }
  }
});

it('scrolls a question of two thousand characters to its end', async () => {
  const question = `开头${'公积金贷款进度'.repeat(284)}结尾`;
  const call = mineIn('active', 5, { question });
  const { session, screen } = await draw(snapshotOf([call], [ticketOf(call)]), (model) => showCall(model, call.id), {
    columns: 80,
    rows: 24,
  });
  expect(screen.lines().join('')).toContain('开头');
  session.store.update((model) => ({ ...model, scroll: session.view.most }));
  await expect.poll(() => screen.lines().join('')).toContain('结尾');
  expect(screen.overran()).toBe(false);
});
