/** Something in the books that does not balance. */
export interface Problem {
  /** The account, or application, in whose book it is. */
  readonly account: string;
  readonly problem: string;
}

/** A way to name what is wrong in one account's book. */
export type Report = (problem: string) => void;

/** Names it unless it holds. */
export const expectHolds = (report: Report, holds: boolean, problem: string): void => {
  if (!holds) report(problem);
};
