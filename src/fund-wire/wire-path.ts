export type WireObject = Record<string, unknown>;

export const isWireObject = (value: unknown): value is WireObject =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** What stands at `a.b.c`; undefined when it is missing, null when it or something above it is null. '' is the whole. */
export const valueAt = (whole: unknown, path: string): unknown => {
  let value = whole;
  for (const name of path === '' ? [] : path.split('.')) {
    if (value === null) return null;
    if (!isWireObject(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
};

/** Puts a value at `a.b.c`, making what is above it. */
export const putAt = (whole: WireObject, path: string, value: unknown): void => {
  const names = path.split('.');
  const last = names.pop()!;
  let place = whole;
  for (const name of names) {
    const next = place[name];
    const inner: WireObject = isWireObject(next) ? next : {};
    place[name] = inner;
    place = inner;
  }
  place[last] = value;
};
