import type { Role } from '../user/role.ts';

/** Who writes, approves and retires documents, and answers corrections. */
export const editorRoles: readonly Role[] = ['centre', 'supervisor', 'admin'];
