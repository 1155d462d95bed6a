/** How an employer pays its people's contributions in, or no longer does. */
export const habits = [
  /** Each month within the days the regulations give. */
  'punctual',
  /** Months that were never paid in. */
  'gaps',
  /** Some months one to three months late. */
  'late',
  /** Months left out, and paid in later on one day. */
  'back-paying',
  /** Approved deferral (缓缴), under way. */
  'deferring',
  /** Approved deferral in the past, paid in afterwards. */
  'deferred',
  /** Gone; its account is closed. */
  'closed',
  /** Nobody contributes any more; its account is sealed. */
  'sealed',
  /** Now and then a month is booked twice, and the second reversed. */
  'twice',
  /** Its account was opened this month. */
  'new',
] as const;
export type Habit = (typeof habits)[number];

/** Employers among whom the people of one community move. */
export const employersACommunity = habits.length;

/** Whether anybody works there by today. */
export const isActive = (habit: Habit): boolean => habit !== 'closed' && habit !== 'sealed';
