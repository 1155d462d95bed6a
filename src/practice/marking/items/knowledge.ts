import { type MarkGroup, yes } from './item.ts';

/** Whether the answer cites an article of each topic that it has to rest on. */
export const knowledge: MarkGroup = (facts, { expect }, { weights }) => {
  const closes = facts.placesOf('close');
  return expect.cite.map((topic, at) => {
    const found = closes.find(({ step }) => step.articles.some((cited) => cited.topic === topic));
    const article = found?.step.articles.find((cited) => cited.topic === topic)?.id ?? '';
    return {
      id: `knowledge.${topic}`,
      group: 'knowledge',
      about: topic,
      worth: weights.knowledge / expect.cite.length,
      share: yes(found !== undefined),
      why: found ? 'cited' : 'not-cited',
      steps: found ? [found.place] : [],
      details: { topic, article },
      path: ['expect', 'cite', at],
    };
  });
};
