/**
 * How often it may be asked again, over all questions: each question earns a share of a retry, so that a fund that fails is not asked
 * twice and three times as much for it.
 */
export class RetryBudget {
  private readonly share: number;
  private readonly most: number;
  private saved: number;

  /** @param share retries a question @param most retries that may be saved up; with so many it begins */
  constructor(share = 0.1, most = 3) {
    this.share = share;
    this.most = most;
    this.saved = most;
  }

  earn(): void {
    this.saved = Math.min(this.most, this.saved + this.share);
  }

  /** Whether one more is allowed; then it is spent. */
  spend(): boolean {
    // Ten tenths are a little less than one.
    if (this.saved < 1 - 1e-9) return false;
    this.saved -= 1;
    return true;
  }
}
