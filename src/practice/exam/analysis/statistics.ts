const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Pearson's r; undefined where one of the two does not vary. */
export const correlation = (xs: readonly number[], ys: readonly number[]): number | undefined => {
  const [x, y] = [mean(xs), mean(ys)];
  let [together, ofX, ofY] = [0, 0, 0];
  xs.forEach((value, at) => {
    const [dx, dy] = [value - x, (ys[at] ?? 0) - y];
    together += dx * dy;
    ofX += dx * dx;
    ofY += dy * dy;
  });
  // What is left of equal numbers after rounding is no variance.
  const least = 1e-12 * xs.length;
  return ofX <= least || ofY <= least ? undefined : together / Math.sqrt(ofX * ofY);
};
