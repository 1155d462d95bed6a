/** Who a person is to the hotline (DESIGN 1). One person has one role. */
export const roles = ['admin', 'supervisor', 'expert', 'trainee', 'frontline', 'centre', 'inspector'] as const;
export type Role = (typeof roles)[number];

/** Roles that sit at a seat and may hold a citizen's call: experts, and the 班长 or admin who steps in at a peak. */
export const seatRoles: readonly Role[] = ['expert', 'supervisor', 'admin'];

/** Roles that steer the line and may act on a call or ticket that is not theirs. */
export const steeringRoles: readonly Role[] = ['supervisor', 'admin'];
