import { beforeAll, describe, expect, it } from 'vitest';
import { haveChosen } from '../../src/client/article-use.ts';
import { perTurn, TicketSearch } from '../../src/tui/palette/find-tickets.ts';
import { findOffers, valueOffers } from '../../src/tui/palette/offers.ts';
import { RowMap } from '../../src/tui/state/list/row-map.ts';
import type { SeatModel } from '../../src/tui/state/model.ts';
import { emptyModel } from '../../src/tui/state/model.ts';
import { loadReadSounds } from '../../src/tui/text/load-sounding.ts';
import { type ReadTyped, readCharacters } from '../../src/tui/text/typed.ts';
import { sayIn } from '../../src/tui/words/words.ts';
import { callOf, ticketOf } from './fixtures.ts';

const say = sayIn('zh-CN');
let read: ReadTyped;
beforeAll(async () => {
  read = await loadReadSounds();
});

const model: SeatModel = { ...emptyModel('zh-CN', 'hub'), loaded: true };
const find = (typed: string, of: SeatModel = model) => {
  const search = new TicketSearch(of.tickets.rows, typed, read);
  while (!search.done) search.goOn();
  return findOffers(of, { typed, say, read, tickets: search.found });
};
const names = (typed: string, of?: SeatModel): string[] => find(typed, of).map(({ kind, id }) => `${kind}:${id}`);

describe('what was typed, in a name', () => {
  it.each([
    ['办结', '办结'],
    ['bj', '办结'],
    ['banjie', '办结'],
    ['ban结', '办结'],
    ['banj', '办结'],
    ['b结', '办结'],
    ['banji', '办结'],
    ['辦結', '办结'],
    ['ＢＪ', '办结'],
    ['jieyige', '接一个'],
    ['gengai', '更改'],
    ['zhuanp', '转派'],
    ['zhp', '转派'],
    ['xian', '西安'],
    ['tn', 'Take next'],
    ['take n', 'Take next'],
    ['next', 'Take next'],
  ])('%s stands in %s', (typed, text) => {
    expect(read(typed)(text)).toBeDefined();
  });

  it.each([
    ['bjx', '办结'],
    ['zb', '转派'],
    ['结办', '办结'],
    ['tx', 'Take next'],
    ['qq', 'GJJ-77'],
  ])('%s does not stand in %s', (typed, text) => {
    expect(read(typed)(text)).toBeUndefined();
  });

  it('is marked where it stands', () => {
    expect(read('xyg')('接下一个')).toEqual([1, 4]);
    expect(read('结')('办结工单')).toEqual([1, 2]);
    expect(readCharacters('工单')('办结工单')).toEqual([2, 4]);
  });
});

describe('the palette', () => {
  it.each([
    ['bj', 'action:close'],
    ['zp', 'action:dispatch'],
    ['zhuanpai', 'action:dispatch'],
    ['zhuan派', 'action:dispatch'],
    ['jxyg', 'action:take-next'],
    ['xiaoxiu', 'action:seat-break'],
    ['退回', 'action:return'],
    ['f10', 'action:dispatch'],
    ['F1', 'action:help'],
    ['ｇｄ', 'action:show-tickets'],
    ['ctrl-t', 'action:hold'],
    ['配色', 'setting:theme'],
    ['peise', 'setting:theme'],
    ['ps', 'setting:theme'],
  ])('finds %s', (typed, name) => {
    expect(names(typed)[0]).toBe(name);
  });

  it('finds a setting also by what it may be set to', () => {
    expect(names('浅色')).toContain('setting:theme');
  });

  it('finds words before the tables for pinyin are there', () => {
    expect(findOffers(model, { typed: '办结', say })[0]?.id).toBe('close');
    expect(findOffers(model, { typed: '没有这个', say })).toEqual([]);
  });

  it('puts first what was chosen last, and among what answers equally well', () => {
    const chosen = (...list: string[]): SeatModel => ({ ...model, use: list.reduce(haveChosen, model.use) });
    expect(names('', chosen('action:redraw', 'setting:bell')).slice(0, 2)).toEqual(['setting:bell', 'action:redraw']);
    const [first, second] = names('结');
    expect(first).not.toBe(second);
    expect(names('结', chosen(second!))[0]).toBe(second);
    // What there is no more is passed over.
    expect(names('', chosen('action:gone', 'article:gone', 'ticket:gone', 'nonsense', 'action:redraw'))[0]).toBe(
      'action:redraw',
    );
  });

  it('finds tickets by number, name, its pinyin, and words of the question; and calls', () => {
    const call = callOf(1, { name: '欧阳娜娜女士', question: '公积金 提取 怎么办' });
    const other = callOf(2, { name: '李先生', question: '医保异地备案' });
    const tickets = [ticketOf(call), ticketOf(other)];
    const at = { ...model, tickets: RowMap.of(({ number }) => number, tickets) };
    const [ticket] = tickets;
    for (const typed of [
      ticket!.number,
      ticket!.number.toLowerCase(),
      '欧阳',
      'ouyang',
      'oynn',
      '欧阳 提取',
      'ouyang tq',
    ])
      expect(names(typed, at), typed).toContain(`ticket:${ticket!.number}`);
    expect(names('欧阳', at)[0]).toBe(`ticket:${ticket!.number}`);
    expect(names('备案', at)).toContain(`ticket:${tickets[1]!.number}`);
    expect(names('ouyang beian', at)).not.toContain(`ticket:${ticket!.number}`);
    const calling = { ...model, calls: new Map([[call.id, call]]) };
    expect(names('欧阳', calling)[0]).toBe(`call:${call.id}`);
    expect(names('ouyang', { ...calling, signedIn: false })).not.toContain(`call:${call.id}`);
  });

  it('looks through the newest of very many tickets first, a bounded number at a time', () => {
    const call = callOf(1, { name: '刘女士', question: '缴交结算' });
    const of = (at: number, name: string) =>
      ticketOf(call, { number: `GJJ20260101-${String(at).padStart(6, '0')}`, name });
    const rows = Array.from({ length: 100_000 }, (_, at) => of(at, at === 3 ? '上官先生' : '刘女士'));
    const { rows: sorted } = RowMap.of(({ number }) => number, rows);
    const search = new TicketSearch(sorted, 'shangguan', read);
    let turns = 0;
    while (!search.done) {
      search.goOn();
      turns += 1;
    }
    expect(turns).toBe(Math.ceil(100_000 / perTurn));
    expect(search.found.map(({ offer }) => offer.title)).toEqual(['GJJ20260101-000003  上官先生']);
    const newest = new TicketSearch(sorted, '刘', read);
    newest.goOn();
    expect(newest.done).toBe(true);
    expect(newest.found[0]?.offer.id).toBe('GJJ20260101-099999');
    expect(new TicketSearch(sorted, 'l', read).done).toBe(true);
  });

  it.each([
    ['撤销', 'undo'],
    ['chongzuo', 'redo'],
    ['jq', 'cut'],
    ['粘贴', 'paste'],
    ['ctrl-z', 'undo'],
  ])('answers to %s with the key of the text fields', (typed, id) => {
    const offers = findOffers(model, { typed, say, read });
    expect(offers.filter(({ kind }) => kind === 'writing').map((offer) => offer.id)).toContain(id);
  });

  it('offers the values of a setting, and seconds that were typed', () => {
    const ids = (typed: string) => valueOffers('undo-seconds', model, { typed, say, read }).map(({ id }) => id);
    expect(ids('')).toEqual(['0', '5', '10', '15', '20', '30', '60']);
    expect(ids('25')).toEqual(['25']);
    expect(ids('２０')).toContain('20');
    expect(ids('61')).toEqual([]);
    expect(valueOffers('theme', model, { typed: 'qs', say, read }).map(({ id }) => id)).toEqual(['light']);
  });
});
