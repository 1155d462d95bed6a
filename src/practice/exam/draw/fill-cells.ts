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

  undo({ from, to }: Move): void {
    this.move({ from: to, to: from });
  }
}

/** So many moves together are looked through at most, and of three in a row only where there are not more to choose from. */
const deepest = 3;
const mostForDeepest = 80;

/** Moves that together bring it below a distance; the first such found, as few as can be. */
const better = (filling: Filling, below: number, depth: number): readonly Move[] | undefined => {
  for (const move of filling.moves()) {
    filling.move(move);
    const rest = filling.distance < below ? [] : depth > 1 ? better(filling, below, depth - 1) : undefined;
    filling.undo(move);
    if (rest) return [move, ...rest];
  }
  return undefined;
};

/** Moves as long as that brings it nearer: one question changes its cell, or two or three do at once. */
const improve = (filling: Filling): void => {
  for (let depth = 1; depth <= deepest && filling.distance > 0; ) {
    if (depth === deepest && filling.moves().length > mostForDeepest) return;
    const moves = better(filling, filling.distance, depth);
    for (const move of moves ?? []) filling.move(move);
    depth = moves ? 1 : depth + 1;
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

/** How many to take of each cell, and how far that is from the shares: 0 when every one is met. */
export interface Filled {
  readonly counts: readonly number[];
  readonly distance: number;
}

/** How many questions to take of each cell. Kinds never get more than their counts; shares are met where the bank can. */
export const fillCells = (cells: readonly Cell[], shares: Shares, draws: Draws): Filled => {
  const filling = new Filling(cells, shares);
  begin(filling, cells, shares, draws);
  improve(filling);
  return { counts: filling.counts, distance: filling.distance };
};
