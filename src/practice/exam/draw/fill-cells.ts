import type { Draws } from '../../../fund-sandbox/random/draws.ts';
import { shuffled } from './shuffle.ts';

/** Questions that are alike to the shares: of one kind, one group, one level. */
export interface Cell {
  readonly kind: number;
  readonly group: number;
  readonly level: number;
  /** How many there are. */
  readonly size: number;
}

/** How many there are to be of each kind, which is kept to, and of each group and level, which is come as near as can be. */
export interface Shares {
  readonly kinds: readonly number[];
  readonly groups: readonly number[];
  readonly levels: readonly number[];
}

/** One question less of a cell, one more of another of the same kind. */
interface Move {
  readonly from: number;
  readonly to: number;
}

/** A filling in work: how many of each cell, and how far that is from the shares. */
class Filling {
  readonly counts: number[];
  private readonly cells: readonly Cell[];
  private readonly groups: number[];
  private readonly levels: number[];

  constructor(cells: readonly Cell[], { groups, levels }: Shares) {
    this.cells = cells;
    this.counts = cells.map(() => 0);
    this.groups = groups.map((share) => -share);
    this.levels = levels.map((share) => -share);
  }

  /** Sum of the squares of what is too much or too little; 0 when every share is met. */
  get distance(): number {
    return [...this.groups, ...this.levels].reduce((sum, off) => sum + off * off, 0);
  }

  add(cell: number, by: 1 | -1): void {
    const { group, level } = this.cells[cell]!;
    this.counts[cell]! += by;
    this.groups[group]! += by;
    this.levels[level]! += by;
  }

  hasRoom(cell: number): boolean {
    return this.counts[cell]! < this.cells[cell]!.size;
  }

  move({ from, to }: Move): void {
    this.add(from, -1);
    this.add(to, 1);
  }

  canMove({ from, to }: Move): boolean {
    return this.counts[from]! > 0 && this.hasRoom(to);
  }

  /** Every move that there is, one for each change that it makes. */
  moves(): Move[] {
    const known = new Set<string>();
    const found: Move[] = [];
    this.cells.forEach((less, from) => {
      if (this.counts[from] === 0) return;
      this.cells.forEach((more, to) => {
        if (more.kind !== less.kind || from === to || !this.hasRoom(to)) return;
        const change = [less.kind, less.group, more.group, less.level, more.level].join();
        if (known.has(change)) return;
        known.add(change);
        found.push({ from, to });
      });
    });
    return found;
  }

  /** How far it would be after a move. */
  after(move: Move): number {
    this.move(move);
    const { distance } = this;
    this.move({ from: move.to, to: move.from });
    return distance;
  }
}

/** Takes the best move, or the best two together, as long as that brings it nearer. */
const improve = (filling: Filling): void => {
  for (;;) {
    const { distance } = filling;
    if (distance === 0) return;
    const moves = filling.moves();
    let best: { readonly moves: readonly Move[]; readonly distance: number } = { moves: [], distance };
    for (const move of moves) {
      const found = filling.after(move);
      if (found < best.distance) best = { moves: [move], distance: found };
    }
    if (best.moves.length === 0) {
      for (const first of moves) {
        filling.move(first);
        for (const second of filling.moves()) {
          const found = filling.after(second);
          if (found < best.distance) best = { moves: [first, second], distance: found };
        }
        filling.move({ from: first.to, to: first.from });
        if (best.moves.length > 0) break;
      }
    }
    if (best.moves.length === 0) return;
    for (const move of best.moves) filling.move(move);
  }
};

/** Kinds by number until their counts are reached, each time from a cell that is best for the shares. */
const begin = (filling: Filling, cells: readonly Cell[], { kinds }: Shares, draws: Draws): void => {
  const order = shuffled([...cells.keys()], draws);
  kinds.forEach((wanted, kind) => {
    for (let taken = 0; taken < wanted; taken++) {
      let best: { readonly cell: number; readonly distance: number } | undefined;
      for (const cell of order) {
        if (cells[cell]!.kind !== kind || !filling.hasRoom(cell)) continue;
        filling.add(cell, 1);
        if (!best || filling.distance < best.distance) best = { cell, distance: filling.distance };
        filling.add(cell, -1);
      }
      if (!best) return;
      filling.add(best.cell, 1);
    }
  });
};

/** So many beginnings are tried before the nearest is taken. */
const beginnings = 6;

/** How many questions to take of each cell. Kinds never get more than their counts; shares are met where the bank can. */
export const fillCells = (cells: readonly Cell[], shares: Shares, draws: Draws): readonly number[] => {
  let nearest: Filling | undefined;
  for (let round = 0; round < beginnings && nearest?.distance !== 0; round++) {
    const filling = new Filling(cells, shares);
    begin(filling, cells, shares, draws);
    improve(filling);
    if (!nearest || filling.distance < nearest.distance) nearest = filling;
  }
  return nearest?.counts ?? [];
};
