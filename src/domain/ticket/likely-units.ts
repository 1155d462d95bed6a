interface Unit {
  readonly name: string;
  /** Topics it works on: ids, or their beginnings. */
  readonly topics: readonly string[];
}

/** An order that went out before. */
interface Order {
  readonly topic: string | null;
  readonly unit: string | null;
}

/** Whether `start` is the topic itself, or the beginning of it up to a dot. */
const covers = (start: string, topic: string): boolean => `${topic}.`.startsWith(`${start}.`);

/** How much of the topic a unit names; 0 when it does not work on it. */
const closeness = ({ topics }: Unit, topic: string): number =>
  Math.max(0, ...topics.filter((start) => covers(start, topic)).map(({ length }) => length));

/**
 * The units an order on a topic may go to, the likeliest first: where orders on this very topic went before, most often first, then the
 * hotline's units, those that name the topic most closely first, then every other one that was ever used.
 */
export const likelyUnits = (
  topic: string | null,
  units: readonly Unit[],
  orders: readonly Order[],
): readonly string[] => {
  const often = new Map<string, number>();
  for (const order of orders)
    if (order.unit !== null && topic !== null && order.topic === topic)
      often.set(order.unit, (often.get(order.unit) ?? 0) + 1);
  const before = [...often].sort(([, a], [, b]) => b - a).map(([unit]) => unit);
  const named = units
    .map((unit) => ({ name: unit.name, close: topic === null ? 0 : closeness(unit, topic) }))
    .sort((a, b) => b.close - a.close)
    .map(({ name }) => name);
  const others = orders.flatMap(({ unit }) => (unit === null ? [] : unit));
  return [...new Set([...before, ...named, ...others])];
};
