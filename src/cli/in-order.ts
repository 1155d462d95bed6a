/**
 * Does `work` for each item, up to `width` at a time, and gives the results in the order of the items, each as soon as it and
 * all before it are there. Takes a further item only when there is room, so a source of any length costs the same memory.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  width: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, void> {
  const source = items[Symbol.asyncIterator]();
  const underWay: Promise<R>[] = [];
  let coming: Promise<IteratorResult<T, unknown>> | undefined;
  let ended = false;
  try {
    while (!ended || underWay.length > 0) {
      const room = !ended && underWay.length < width;
      if (room) coming ??= source.next();
      const [head] = underWay;
      // A slow source must not hold back a result, nor a slow result the next item.
      const what = await Promise.race([
        ...(head ? [head.then(() => 'result' as const)] : []),
        ...(room && coming ? [coming.then(() => 'item' as const)] : []),
      ]);
      if (what === 'result') {
        underWay.shift();
        yield await head!;
      } else {
        const next = await coming!;
        coming = undefined;
        if (next.done) ended = true;
        else underWay.push(work(next.value));
      }
    }
  } finally {
    for (const result of underWay) result.catch(() => undefined);
    await source.return?.();
  }
}
