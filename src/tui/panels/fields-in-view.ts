/** Which fields of a form are shown where there is no room for all: from the first to behind the last, the one with the focus in the middle. */
export const fieldsInView = (
  heights: readonly number[],
  at: number,
  room: number,
): readonly [from: number, to: number] => {
  let [from, to] = [at, Math.min(at + 1, heights.length)];
  let left = room - (heights[at] ?? 0);
  // One above and one below in turn, as far as either side has any.
  for (let up = true; from > 0 || to < heights.length; up = !up) {
    const goesUp = to >= heights.length || (up && from > 0);
    left -= (goesUp ? heights[from - 1] : heights[to]) ?? 0;
    if (left < 0) break;
    if (goesUp) from--;
    else to++;
  }
  return [from, to];
};
