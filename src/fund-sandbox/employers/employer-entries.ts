import type { EmployerContribution } from '../../domain/fund/records.ts';
import type { Service } from '../accounts/service.ts';
import { type DayNumber, dayText, type MonthNumber, monthOf, monthText } from '../calendar/day.ts';
import { workdayFrom } from '../calendar/workday.ts';
import { serialsOf } from '../numbers/account-number.ts';
import { Draws } from '../random/draws.ts';
import type { World } from '../world.ts';
import type { EmployerFacts } from './employer.ts';
import { isActive } from './habits.ts';

interface Sum {
  readonly day: DayNumber;
  readonly kind: EmployerContribution['kind'];
  readonly month: MonthNumber | undefined;
  readonly reversed: boolean;
  amount: number;
  employees: number;
}

/** An employer's entries: what its people's accounts show of it, summed up. */
class Sums {
  readonly #sums = new Map<number, Sum>();

  add(of: Omit<Sum, 'amount' | 'employees'>, amount: number): void {
    // A number, as there are millions of them: the day, how many months after its own, the kind, and two signs.
    const late = of.month === undefined ? 0 : monthOf(of.day) - of.month;
    const key = (((of.day * 1000 + late) * 100 + Number(of.kind)) * 2 + Number(of.reversed)) * 2 + Number(amount < 0);
    const sum = this.#sums.get(key);
    if (!sum) {
      this.#sums.set(key, { ...of, amount, employees: 1 });
      return;
    }
    sum.amount += amount;
    sum.employees += 1;
  }

  inOrder(): Sum[] {
    return [...this.#sums.values()].sort((a, b) => a.day - b.day || Number(a.amount !== 0) - Number(b.amount !== 0));
  }
}

/** Money that came and could not yet be shared out, as happens when a list of names is still to come. */
const notSharedOut = ({ seed, today }: World, { id, habit }: EmployerFacts): Sum[] => {
  const draws = new Draws(seed, 'not shared out', id);
  if (!isActive(habit) || habit === 'new' || !draws.chance(6)) return [];
  const day = workdayFrom(today - draws.between(10, 30));
  return [
    { day, kind: '99', month: undefined, reversed: false, amount: draws.between(100, 5000) * 10_000, employees: 0 },
  ];
};

/** The employer's entries, the oldest first, made from those of everybody who worked there. */
export const employerEntries = (
  world: World,
  employer: EmployerFacts,
  slot: number,
  services: readonly Service[],
): EmployerContribution[] => {
  const serial = serialsOf('employerEntry', employer.id + 1);
  const sums = new Sums();
  for (const { deposits, notices } of services) {
    for (const { slot: paidBy, day, kind, month, employerAmount, employeeAmount, reversed } of deposits)
      if (paidBy === slot) sums.add({ day, kind, month, reversed }, employerAmount + employeeAmount);
    for (const { slot: sentBy, day, kind } of notices)
      if (sentBy === slot && kind !== '14' && kind !== '15')
        sums.add({ day, kind, month: undefined, reversed: false }, 0);
  }
  return [...sums.inOrder(), ...notSharedOut(world, employer)]
    .sort((a, b) => a.day - b.day)
    .map(({ day, kind, month, amount, employees, reversed }, at) => ({
      serial: serial(at + 1),
      bookedOn: dayText(day),
      kind,
      month: month === undefined ? null : monthText(month),
      amount,
      employees,
      reversed,
    }));
};
