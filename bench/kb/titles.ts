import { readFileSync } from 'node:fs';
import { topics } from './articles.ts';
import type { Doc } from './engine.ts';
import { asked, conditions, domainWords, places, years } from './title-words.ts';
import { type Random, seeded, weighted, zipf } from './zipf.ts';

interface Matter {
  readonly topic: string;
  readonly words: string;
}

/** Matters of each domain: what every topic is mostly called first, so that no topic takes all of the frequent places. */
const mattersByDomain = (): Map<string, Matter[]> => {
  const lines = readFileSync(new URL('matters.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const ranked = lines.flatMap((line) => {
    const [topic, phrases] = line.split('\t');
    return phrases!.split('、').map((words, rank) => ({ topic: topic!, words, rank }));
  });
  ranked.sort((a, b) => a.rank - b.rank);
  return Map.groupBy(ranked, ({ topic }) => topics.get(topic)!.domain);
};

const place = zipf(places);
const year = zipf(years);
const ask = zipf(asked);
const condition = zipf(conditions);

type Words = Readonly<Record<'who' | 'when' | 'matter', string>>;

/** Forms of titles and how usual they are. */
const form = weighted<(words: Words, random: Random) => string>([
  [({ who, matter }, random) => who + matter + ask(random), 9],
  [({ when, matter }, random) => when + matter + ask(random), 8],
  [({ matter }, random) => matter + ask(random), 4],
  [({ who, when, matter }, random) => who + when + matter + ask(random), 9],
  [({ who, matter }, random) => place(random) + who + matter + ask(random), 8],
  [({ matter }, random) => place(random) + matter + ask(random), 4],
  [({ matter }, random) => year(random) + place(random) + matter + ask(random), 4],
  [({ who, matter }, random) => year(random) + who + matter + ask(random), 4],
  [({ who, matter }, random) => `${matter}${ask(random)}（${who}）`, 3],
  [({ when, matter }, random) => `${when}${condition(random)}${matter}${ask(random)}`, 5],
  [({ who, matter }, random) => `${who}${condition(random)}办理${matter}${ask(random)}`, 4],
  [({ who, matter }, random) => `${place(random)}${who}到${place(random)}办${matter}${ask(random)}`, 3],
  [({ when, matter }, random) => `${when}，${place(random)}${matter}${ask(random)}`, 4],
  [({ who, when, matter }, random) => `${who}${when}，${matter}${ask(random)}`, 4],
]);

const shortest = 8;
const longest = 30;

/** How much of a hotline's knowledge each domain is. */
const domainShare = weighted([
  ['gongjijin', 60],
  ['shebao', 20],
  ['xingzheng', 12],
  ['shuangzhao', 8],
]);

/**
 * The first `count` of one fixed row of distinct titles, as articles that have nothing but a title. A smaller count gives the beginning
 * of a larger one.
 */
export const titles = (count: number): Doc[] => {
  const random = seeded(12345);
  const choose = new Map(
    [...mattersByDomain()].map(([domain, matters]) => [
      domain,
      { matter: zipf(matters, 0.7), who: zipf(domainWords[domain]!.who), when: zipf(domainWords[domain]!.when) },
    ]),
  );
  const known = new Set<string>();
  const docs: Doc[] = [];
  while (docs.length < count) {
    const domain = domainShare(random);
    const { matter, who, when } = choose.get(domain)!;
    const { topic, words } = matter(random);
    const text = form(random)({ who: who(random), when: when(random), matter: words }, random);
    if (text.length < shortest || text.length > longest || /办理(?:怎么)?办理/.test(text) || known.has(text)) continue;
    known.add(text);
    const id = `title-${String(docs.length).padStart(7, '0')}`;
    docs.push({ id, topic, domain, from: '2020-01-01', lines: [{ field: 'title', text }] });
  }
  return docs;
};
