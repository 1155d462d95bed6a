import * as z from 'zod';
import { DomainId, line, TopicId } from '../../contract/shapes/text.ts';
import type { Finding, Findings } from '../../kb/knowledge-base.ts';
import { checked } from '../input/checked.ts';
import { textOrStdin } from '../input/text-or-stdin.ts';
import { localDay } from '../output/local-time.ts';
import { remark, show } from '../output/show.ts';
import type { Work } from '../run.ts';
import { requireKnown } from './known-topic.ts';
import { reasonsOf } from './reasons.ts';
import { explanations, nearestWords, resultTable } from './search-table.ts';
import { openKnowledge } from './seat-knowledge.ts';

interface SearchOptions {
  domain?: string;
  topic?: string;
  limit?: string;
  explain?: boolean;
}

const Asked = z.strictObject({
  query: line(2000),
  domain: DomainId.optional(),
  topic: TopicId.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(10),
});

const resultDocument = (finding: Finding, query: string, explain: boolean) => {
  const { id, topic, domain, title, state, field, line: text, titleSpans, lineSpans } = finding;
  const score = Math.round(finding.score * 1000) / 1000;
  const reasons = reasonsOf(finding, query);
  const highlights = [
    { field: 'title', text: title, spans: titleSpans },
    ...(text === title ? [] : [{ field, text, spans: lineSpans }]),
  ].filter(({ spans }) => spans.length > 0);
  return {
    id,
    topic,
    title,
    score,
    domain,
    state,
    matched: [{ field, text, reasons }],
    highlights,
    ...(explain && { explain: { field, line: text, reasons, score: finding.score, state } }),
  };
};

const searchDocument = ({ query, results, nearest }: Findings, tookMs: number, explain: boolean) => ({
  query,
  took_ms: Math.round(tookMs * 1000) / 1000,
  results: results.map((finding) => resultDocument(finding, query, explain)),
  ...(results.length === 0 && { nearest: nearest.map(({ id, domain, group, name }) => ({ id, domain, group, name })) }),
});

/** `kb search`: needs no hub. Finding nothing is an answer too: the nearest topics. */
export const searchKnowledge: Work<[string[]], SearchOptions> = async (context, [words], options) => {
  const { domain, topic, limit, explain = false } = options;
  const asked = { query: await textOrStdin(context, 'query', words.join(' ')), domain, topic, limit };
  checked(context, Asked, asked);
  const { query, ...wanted } = Asked.parse(asked);
  const { base } = await openKnowledge(context);
  requireKnown(context, base, wanted, true);
  const started = performance.now();
  const findings = base.find(query, {
    limit: wanted.limit,
    today: localDay(),
    ...(wanted.domain !== undefined && { domain: wanted.domain }),
    ...(wanted.topic !== undefined && { topic: wanted.topic }),
  });
  const tookMs = performance.now() - started;
  await show(context, searchDocument(findings, tookMs, explain), () => {
    if (findings.results.length === 0) return '';
    return explain ? explanations(context, findings) : resultTable(context, findings);
  });
  if (findings.results.length === 0) remark(context, nearestWords(context, findings));
  return undefined;
};
