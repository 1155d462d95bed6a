import type { RepaymentsAnswer } from '../../../contract/shapes/account.ts';

/** The term that is to be paid now: the first that is not paid. -1: all are. */
export const presentTerm = ({ plan }: Pick<RepaymentsAnswer, 'plan'>): number =>
  plan.findIndex(({ state }) => state !== 'paid');
