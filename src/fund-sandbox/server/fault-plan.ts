import type { OperationName } from '../../fund-wire/operations.ts';
import { Draws } from '../random/draws.ts';
import type { FaultRule } from './fault.ts';

/** Chances are reckoned in millionths. */
const million = 1_000_000;

interface Standing {
  readonly rule: FaultRule;
  left: number;
}

/** Which question gets which fault. The same questions in the same order get the same ones. */
export class FaultPlan {
  readonly #draws: Draws;
  #rules: Standing[] = [];

  constructor(seed: number, rules: readonly FaultRule[]) {
    this.#draws = new Draws(seed, 'faults', 0);
    this.set(rules);
  }

  /** From now on these and no others. */
  set(rules: readonly FaultRule[]): void {
    this.#rules = rules.map((rule) => ({ rule, left: rule.times ?? Number.POSITIVE_INFINITY }));
  }

  /** What is still to happen. */
  get rules(): FaultRule[] {
    return this.#rules.flatMap(({ rule, left }) =>
      left > 0 ? [{ ...rule, ...(rule.times !== undefined && { times: left }) }] : [],
    );
  }

  /** The fault of a question: the first rule that hits it. */
  next(operation: OperationName): FaultRule | undefined {
    const hit = this.#rules.find(
      ({ rule, left }) =>
        left > 0 &&
        (rule.operation === undefined || rule.operation === operation) &&
        this.#draws.below(million) < rule.share * million,
    );
    if (!hit) return undefined;
    hit.left -= 1;
    return hit.rule;
  }
}
