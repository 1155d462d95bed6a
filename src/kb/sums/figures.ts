import { figure, type Policy, type PolicyEntry, policyOn } from '../policy.ts';
import type { NumberField } from './form.ts';
import { refuse } from './problem.ts';
import { readNumber } from './read-number.ts';
import type { Basis } from './result.ts';
import { numberWords } from './show-number.ts';
import { both, same, type Words } from './words.ts';

/** A figure that a sum wants. */
export interface Wanted {
  /** In `policy.yaml`. */
  readonly name: string;
  readonly kind: NumberField['kind'];
  readonly label: Words;
  /** What the person gave instead, as it was read. */
  readonly given?: number | undefined;
  /** When not on the day of the sum. */
  readonly day?: string;
}

const published = (entry: PolicyEntry): Omit<Basis, 'name' | 'label' | 'overridden'> => ({
  value: same(figure(entry)),
  from: entry.from,
  ...(entry.to !== undefined && { to: entry.to }),
  source: entry.source,
  confidence: entry.confidence,
});

/** The figures of the policy on a day, and the account of which of them a sum used. */
export class Figures {
  readonly day: string;
  /** In the order in which they were asked for. */
  readonly basis: Basis[] = [];
  private readonly policy: Policy;

  constructor(policy: Policy, day: string) {
    this.policy = policy;
    this.day = day;
  }

  /** What is published, without its being used. */
  published(name: string, kind: NumberField['kind'], day: string): number | undefined {
    const entry = policyOn(this.policy, name, day);
    return entry && readNumber(kind, figure(entry));
  }

  /** What was given, else what is published; undefined when neither is there. */
  find({ name, kind, label, given, day = this.day }: Wanted): number | undefined {
    const entry = policyOn(this.policy, name, day);
    if (given !== undefined) {
      this.note({
        name,
        label,
        value: numberWords[kind](given),
        overridden: true,
        ...(entry && { published: same(figure(entry)) }),
      });
      return given;
    }
    const value = this.published(name, kind, day);
    if (entry && value !== undefined) this.note({ name, label, overridden: false, ...published(entry) });
    return value;
  }

  /** The same where the sum cannot do without. @throws {SumRefusal} naming the field that would give it */
  need(wanted: Wanted, field: string): number {
    const { day = this.day } = wanted;
    return (
      this.find(wanted) ??
      refuse(field, both(`${day} 没有公布的数，请填写`, `no figure is published for ${day}; give one`))
    );
  }

  private note(basis: Basis): void {
    const known = this.basis.some(({ name, value, from }) => {
      return name === basis.name && value['zh-CN'] === basis.value['zh-CN'] && from === basis.from;
    });
    if (!known) this.basis.push(basis);
  }
}
