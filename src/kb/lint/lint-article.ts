import { type Article, type PartName, partNames } from '../article/article.ts';
import type { ParsedArticle } from '../article/parse-article.ts';
import { type Policy, policyNames, policyOn, withFigures } from '../policy.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import type { Topic } from '../topics.ts';
import { plainFigures } from './figures.ts';

/** What an article is held against. `today`: `YYYY-MM-DD`. */
export interface LintContext {
  readonly topics: ReadonlyMap<string, Topic>;
  readonly policy: Policy;
  readonly today: string;
}

/** Chinese is read out at about 270 characters a minute, so 20 seconds are 90 characters. */
export const longestAnswer = 90;
/** Four parts of a long SMS in UCS-2, 67 characters each (3GPP TS 23.040, concatenation with a 6-octet header). */
export const longestSms = 4 * 67;

const halfWidth = /[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]/;

type Fault = Omit<Problem, 'file'>;

/** Lints one article by itself: topic, figures, lengths, what it says of its own certainty. Its form has been read already. */
export const lintArticle = (article: Article, lineOf: ParsedArticle['lineOf'], context: LintContext): Fault[] => {
  const { topics, policy, today } = context;
  const faults: Fault[] = [];
  const fault = (field: string, code: ProblemCode, details: Fault['details'] = {}, offset = 0) =>
    faults.push({ line: (lineOf.get(field) ?? 1) + offset, code, details });

  const topic = topics.get(article.topic);
  if (!topic) fault('topic', 'unknown_topic', { topic: article.topic });
  else if (topic.domain !== article.domain) fault('domain', 'wrong_domain', { domain: topic.domain });
  if (article.checked > today) fault('checked', 'checked_in_future', { date: article.checked });

  const texts: [field: string, text: string][] = [
    ['sms', article.sms],
    ...partNames.map((part): [PartName, string] => [part, article.parts[part]]),
  ];
  for (const [field, text] of texts) {
    text.split('\n').forEach((line, offset) => {
      for (const found of plainFigures(line)) fault(field, 'plain_figure', { figure: found }, offset);
      const comma = halfWidth.exec(line);
      if (comma) fault(field, 'half_width', { text: comma[0] }, offset);
      for (const name of policyNames(line)) {
        const entry = policyOn(policy, name, today);
        if (!policy.has(name)) fault(field, 'unknown_policy', { name }, offset);
        else if (!entry) fault(field, 'policy_not_in_force', { name, date: today }, offset);
        else if (entry.confidence === 'local-unconfirmed' && article.confidence !== 'local-unconfirmed') {
          fault(field, 'policy_confidence', { name }, offset);
        }
      }
    });
  }
  for (const field of ['title', 'questions'] as const) {
    const comma = halfWidth.exec([article[field]].flat().join('\n'));
    if (comma) fault(field, 'half_width', { text: comma[0] });
  }

  const said = withFigures(article.parts.简答, policy, today).replace(/[\p{P}\p{Z}\s]/gu, '');
  if (said.length > longestAnswer) fault('简答', 'answer_too_long', { count: said.length, max: longestAnswer });
  const sms = withFigures(article.sms, policy, today);
  if (sms.length > longestSms) fault('sms', 'sms_too_long', { count: sms.length, max: longestSms });
  const body = texts.map(([, text]) => text).join('\n');
  if (article.confidence === 'local-unconfirmed' && !/公布(?:的[^，。；]*)?为准/.test(body))
    fault('confidence', 'not_said_unconfirmed');
  return faults;
};
