import type { ListedScenario } from '../../../practice/exam/draw/draw.ts';
import type { School } from '../school.ts';

/** The live scenarios that an exam may draw from: those that hold today. */
export const liveScenarios = ({ scenarios, today }: Pick<School, 'scenarios' | 'today'>): readonly ListedScenario[] =>
  scenarios
    .map(({ scenario }) => scenario)
    .filter(({ holds }) => (holds?.from ?? '') <= today && today <= (holds?.to ?? '9999'))
    .map(({ id, title, topic, level }) => ({ id, title, topic, level }));
