/** After so long without a key the clocks go in steps: drawing them is most of what a seat costs that nobody touches. Milliseconds. */
const untouchedMs = 10_000;
const stepSeconds = 3;

/** Whether the clocks on the screen move on in this second (milliseconds since 1970), when no key came for so long. */
export const clocksMove = (second: number, untouched: number): boolean =>
  untouched < untouchedMs || Math.round(second / 1000) % stepSeconds === 0;
