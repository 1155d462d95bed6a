import { figure, type Policy, type PolicyEntry, policyNames, policyOn, withFigures } from '../policy.ts';
import { type Article, type PartName, partNames, stateOn } from './article.ts';

/** An article as it is read on a day: figures filled in, and where each of them comes from. */
export interface ReadOut {
  readonly article: Article;
  /** On the day of reading. */
  readonly state: ReturnType<typeof stateOn>;
  readonly parts: readonly { readonly name: PartName; readonly text: string }[];
  readonly sms: string;
  readonly figures: readonly {
    readonly name: string;
    readonly shown: string;
    readonly entry: PolicyEntry | undefined;
  }[];
}

/** Fills an article's figures in as they hold on a day (`YYYY-MM-DD`). */
export const readOut = (article: Article, policy: Policy, day: string): ReadOut => {
  const names = policyNames([...partNames.map((part) => article.parts[part]), article.sms].join('\n'));
  return {
    article,
    state: stateOn(article, day),
    parts: partNames.map((name) => ({ name, text: withFigures(article.parts[name], policy, day) })),
    sms: withFigures(article.sms, policy, day),
    figures: names.map((name) => {
      const entry = policyOn(policy, name, day);
      return { name, shown: entry ? figure(entry) : '', entry };
    }),
  };
};

/** How many parts an SMS text takes: 70 characters in one, 67 in each of several (UCS-2, 3GPP TS 23.040). */
export const smsParts = (text: string): number => (text.length <= 70 ? 1 : Math.ceil(text.length / 67));
