import { stringify } from 'yaml';
import type { TicketView } from '../../contract/shapes/ticket.ts';
import type { KnowledgeBase } from '../../kb/knowledge-base.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Anonymous, withoutPersonalData } from './personal-data.ts';

/** A scenario begun from a real ticket. */
export interface DraftedScenario {
  /** YAML, with remarks that say what is still to be written. */
  readonly yaml: string;
  readonly replaced: Anonymous['replaced'];
}

/** So many words of an article that stand in the answer make a first point. */
const mostWords = 4;
const levelOf = (ticket: TicketView): 1 | 2 | 3 => (ticket.state === 'dispatched' ? 2 : 1);

/** The words of the cited articles that the answer uses: what it says in the trade's own terms. */
const keywordsIn = (answer: string, articles: readonly string[], base: KnowledgeBase): string[] => {
  const words = articles.flatMap((id) => base.article(id)?.keywords ?? []).filter((word) => answer.includes(word));
  return [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, mostWords);
};

const head = `# 由一张真实工单改写：市民的姓名、号码、单位、住址都已替换。发布前请人再读一遍。
# 还要写：citizen.knows（坐席会问什么、市民怎么答）、citizen.objects、expect.must_not，并把 expect.say 的说法写全。
`;

/**
 * A scenario from a ticket that was closed or dispatched, with everything that says who somebody was replaced. What only the ticket's people know
 * (how the citizen talked) is left for the trainer.
 */
export const draftScenario = (ticket: TicketView, id: string, base: KnowledgeBase): DraftedScenario => {
  const names = [ticket.name, ticket.handledBy?.name ?? ''].filter((name) => name !== '');
  const replaced: { kind: Anonymous['replaced'][number]['kind']; found: string }[] = [];
  const clean = (text: string): string => {
    const anonymous = withoutPersonalData(text, names);
    replaced.push(...anonymous.replaced);
    // Who is not a person of the sandbox has no numbers to fill in.
    return anonymous.text.replace(/\{(?:idNumber|account)\}/g, '某编号').replaceAll('{phone}', '某电话');
  };
  const question = clean(ticket.question);
  const answer = clean(ticket.answer ?? ticket.reason ?? '');
  const topic = ticket.topic ?? base.article(ticket.articles[0] ?? '')?.topic ?? '';
  const words = keywordsIn(answer, ticket.articles, base);
  const cite = [...new Set(ticket.articles.flatMap((article) => base.article(article)?.topic ?? []))];
  const ending =
    ticket.state === 'dispatched'
      ? { dispatch: { unit: [ticket.unit ?? ''], ...(ticket.category && { category: [ticket.category] }) } }
      : { close: { category: [ticket.category ?? '咨询'] } };
  const scenario = {
    id,
    title: (base.topics.get(topic)?.name ?? question).slice(0, 30),
    level: levelOf(ticket),
    topic,
    domain: ticket.domain,
    teaches: '（写一句：练什么）',
    handed_over: { question: question.slice(0, 300) },
    citizen: { name: '市民', mood: 'calm', patience: 60, opening: question.slice(0, 300), knows: [] },
    expect: {
      cite: ticket.state === 'dispatched' ? [] : cite,
      identity: 'none',
      say:
        words.length === 0
          ? []
          : [{ id: 'point', says: { point: answer.slice(0, 100), all: words.map((word) => [word]) } }],
      ending,
      ticket: [],
      seconds: 300,
    },
    model_answer: answer.slice(0, 1000),
    sources: [...ticket.articles],
  } satisfies Partial<Record<keyof Scenario, unknown>>;
  return { yaml: head + stringify(scenario, { lineWidth: 0 }), replaced };
};
