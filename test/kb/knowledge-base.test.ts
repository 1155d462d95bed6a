import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dataKinds } from '../../src/domain/knowledge/document.ts';
import { wholeHash } from '../../src/domain/knowledge/whole-hash.ts';
import { KnowledgeBase } from '../../src/kb/knowledge-base.ts';
import { articleText, shippedDocuments } from './support.ts';

const documents = shippedDocuments();
const hash = wholeHash(documents);

describe('a knowledge base', () => {
  const base = new KnowledgeBase(documents);

  it('finds, and says which characters of which line matched, and how', () => {
    const { query, results, nearest } = base.find('zufang提取');
    expect({ query, nearest }).toEqual({ query: 'zufang提取', nearest: [] });
    const [first] = results;
    expect(first).toMatchObject({ topic: 'gjj.wd.rent', reasons: ['characters', 'pinyin'] });
    const marked = first!.lineSpans.map(([start, end]) => first!.line.slice(start, end)).join('');
    expect(marked).toContain('租房');
  });

  it('finds an article by its id, however it is typed', () => {
    for (const typed of ['gjj-0008', 'GJJ0008', ' gjj 0008', 'ｇｊｊ－０００８']) {
      expect(base.find(typed).results.map(({ id }) => id)).toEqual(['gjj-0008']);
    }
    expect(base.find('gjj-0008', { domain: 'shebao' }).results.map(({ id }) => id)).not.toContain('gjj-0008');
  });

  it('has no answer to a greeting but the topics', () => {
    const { results, nearest } = base.find('你好请问');
    expect([results, nearest.length > 0]).toEqual([[], true]);
  });

  it('offers the nearest topics when nothing is found, the call’s own among them', () => {
    const { results, nearest } = base.find('\u3105\u3106\u3107');
    expect(results).toEqual([]);
    expect(nearest.length).toBeGreaterThan(0);
    const { nearest: own } = base.find('🏠🏠', { call: { domain: 'shebao', topic: 'sb.card' } });
    expect(own[0]?.id).toBe('sb.card');
  });

  it('reads an article out with its figures, and where each is from', () => {
    const read = base.readOut('gjj-0003', '2026-11-24')!;
    expect(read.parts.map(({ name }) => name)).toEqual(['简答', '要点', '材料', '流程', '时限', '渠道', '易错']);
    for (const { text } of read.parts) expect(text).not.toContain('{{');
    expect(read.figures.length).toBeGreaterThan(0);
    for (const { entry, shown } of read.figures) expect([entry?.source.date, shown]).not.toContain(undefined);
    expect(base.readOut('gjj-9999', '2026-11-24')).toBeUndefined();
    expect(base.readOut('policy', '2026-11-24')).toBeUndefined();
  });

  it('lists what is related: the named ones first, never itself, each once', () => {
    for (const { id } of base.list().slice(0, 40)) {
      const ids = base.related(base.article(id)!).map((one) => one.id);
      expect(ids).not.toContain(id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('changes', () => {
  const changed = (changes: { id: string; text: string | null }[]) => {
    const base = new KnowledgeBase(documents);
    base.apply(changes);
    return base;
  };

  it('bring an article in, change it, and take it out', () => {
    const base = changed([{ id: 'gjj-9001', text: articleText({ title: '鲲鹏计划的租房补贴' }) }]);
    expect(base.find('鲲鹏').results[0]?.id).toBe('gjj-9001');
    expect(base.size).toBe(documents.length - dataKinds.length + 1);
    base.apply([{ id: 'gjj-9001', text: articleText({ title: '凤凰计划的租房补贴' }) }]);
    expect(base.find('凤凰').results[0]).toMatchObject({ id: 'gjj-9001', title: '凤凰计划的租房补贴' });
    base.apply([{ id: 'gjj-9001', text: null }]);
    expect(base.find('凤凰计划的租房补贴').results.map(({ id }) => id)).not.toContain('gjj-9001');
    expect(base.article('gjj-9001')).toBeUndefined();
  });

  it('of a figure change every article that refers to it', () => {
    const policy = documents.find(({ id }) => id === 'policy')!.text;
    const base = changed([
      {
        id: 'policy',
        text: policy.replace('name: deposit.ratio.max\n  value: 12', 'name: deposit.ratio.max\n  value: 24'),
      },
    ]);
    const shown = base.readOut('gjj-0002', '2026-11-24')!.figures.find(({ name }) => name === 'deposit.ratio.max');
    expect(shown?.shown).toBe('24%');
  });

  it('of the synonyms are searched by at once', () => {
    const lost = (base: KnowledgeBase) => base.find('甲乙丙丁戊').results[0]?.topic === 'gjj.dep.ukey-lost';
    expect(lost(changed([]))).toBe(false);
    expect(lost(changed([{ id: 'synonyms', text: 'synonyms:\n  - [UK丢失, 甲乙丙丁戊]\nfillers: []\n' }]))).toBe(true);
  });

  it('of snippets and plain words are there at once, and gone when the centre takes them back', () => {
    const base = new KnowledgeBase([]);
    expect([base.snippets, base.plainWords]).toEqual([[], []]);
    base.apply([
      { id: 'snippets', text: 'snippets:\n  - {id: a, name: 甲, text: 乙}\n' },
      { id: 'plain-words', text: 'words:\n  - {word: UK, plain: 密钥盘, also: [U盾]}\n' },
    ]);
    expect(base.snippets).toEqual([{ id: 'a', name: '甲', text: '乙' }]);
    expect(base.plainWords.map(({ word }) => word)).toEqual(['UK', 'U盾']);
    // The same list for as long as it is the same text: what is made of it need not be made again.
    expect(base.plainWords).toBe(base.plainWords);
    expect(base.size).toBe(0);
    base.apply([{ id: 'snippets', text: null }]);
    expect(base.snippets).toEqual([]);
  });

  it('of a wrong form leave the rest as it is', () => {
    const base = changed([
      { id: 'gjj-9001', text: 'no article' },
      { id: 'synonyms', text: '[' },
    ]);
    expect(base.article('gjj-9001')).toBeUndefined();
    expect(base.find('租房提取').results.length).toBeGreaterThan(0);
    base.apply([{ id: 'topics', text: 'no topics' }]);
    expect(base.find('租房提取').results.length).toBeGreaterThan(0);
  });
});

describe('the index between starts', () => {
  const place = (): string => {
    const dir = mkdtempSync(path.join(tmpdir(), 'base-'));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    return path.join(dir, 'knowledge.index');
  };

  it('is kept, and used again for the same documents', () => {
    const file = place();
    const first = new KnowledgeBase(documents, { file, hash });
    const written = readFileSync(file);
    const second = new KnowledgeBase(documents, { file, hash });
    expect(readFileSync(file)).toEqual(written);
    expect(second.find('公积金提取').results).toEqual(first.find('公积金提取').results);
  });

  it('is built anew for other documents, and when it is damaged', () => {
    const file = place();
    new KnowledgeBase(documents, { file, hash });
    const more = [...documents, { id: 'gjj-9001', kind: 'article' as const, text: articleText({ title: '鲲鹏计划' }) }];
    expect(new KnowledgeBase(more, { file, hash: wholeHash(more) }).find('鲲鹏').results[0]?.id).toBe('gjj-9001');
    const damaged = readFileSync(file);
    damaged[damaged.length - 9]! ^= 1;
    writeFileSync(file, damaged);
    expect(new KnowledgeBase(more, { file, hash: wholeHash(more) }).find('鲲鹏').results[0]?.id).toBe('gjj-9001');
  });

  it('that cannot be written is done without', () => {
    const file = path.join(place(), 'not', 'there');
    expect(new KnowledgeBase(documents, { file, hash }).find('公积金').results.length).toBeGreaterThan(0);
    expect(existsSync(file)).toBe(false);
  });
});
