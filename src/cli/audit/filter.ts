import type { Context } from '../context.ts';
import { instantOf } from '../input/instant.ts';

/** Which events of the chain. */
export interface FilterOptions {
  type?: string;
  kind?: string;
  subject?: string;
  actor?: string;
  ticket?: string;
  since?: string;
  until?: string;
}

export const filterOf = (context: Context, options: FilterOptions): Record<string, unknown> => ({
  type: options.type,
  kind: options.kind,
  subject: options.subject,
  actor: options.actor,
  ticket: options.ticket,
  since: instantOf(context, 'since', options.since),
  until: instantOf(context, 'until', options.until),
});
