import type { ListedScenario } from '../../../practice/exam/draw/draw.ts';

/** The live scenarios that an exam may draw from. */
export const liveScenarios = (): readonly ListedScenario[] => [];
