import { Draws } from '../../../fund-sandbox/random/draws.ts';
import { type Cell, fillCells, type Shares } from './fill-cells.ts';
import { crowdingOf, type Placed, spreadTopics } from './spread-topics.ts';

/** So many ways to fill the cells are tried for one in which every question has a topic of its own. */
const ways = 24;

/** Chooses as the shares say, and among choices that are as near to them the one that lies most evenly over the topics. */
export const choose = <T extends Placed>(
  placed: readonly T[],
  cells: readonly Cell[],
  shares: Shares,
  seed: number,
): readonly T[] => {
  let best: { readonly chosen: readonly T[]; readonly distance: number; readonly crowding: number } | undefined;
  for (let way = 0; way < ways; way++) {
    const { counts, distance } = fillCells(cells, shares, new Draws(seed, 'exam shares', way));
    const chosen = spreadTopics(placed, counts);
    const crowding = crowdingOf(chosen);
    if (!best || distance < best.distance || (distance === best.distance && crowding < best.crowding))
      best = { chosen, distance, crowding };
    if (best.distance === 0 && best.crowding === best.chosen.length) break;
  }
  return best?.chosen ?? [];
};
