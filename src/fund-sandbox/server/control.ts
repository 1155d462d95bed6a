import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { FaultRule } from './fault.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { Outgoing } from './faulty-send.ts';

/** Where a test says what is to go wrong: GET tells, POST `{"faults": [...]}` puts new ones in place of the old. */
export const controlPath = '/_sandbox/faults';

const Steering = z.strictObject({ faults: z.array(FaultRule).max(100) });

/** Whether the request comes from this machine. */
export const isLoopback = ({ socket: { remoteAddress = '' } }: IncomingMessage): boolean =>
  /^(?:::ffff:)?127\./.test(remoteAddress) || remoteAddress === '::1';

const parse = (body: Buffer) => {
  try {
    return Steering.safeParse(JSON.parse(body.toString()));
  } catch {
    return Steering.safeParse(undefined);
  }
};

/** The answer to a request that steers. */
export const steerFaults = (plan: FaultPlan, { method, headers }: IncomingMessage, body: Buffer): Outgoing => {
  if (method === 'POST') {
    // A page in a browser cannot send this type without asking first.
    if (!headers['content-type']?.startsWith('application/json')) return { status: 415, text: '{}' };
    const steering = parse(body);
    if (!steering.success) return { status: 400, text: JSON.stringify({ error: z.prettifyError(steering.error) }) };
    plan.set(steering.data.faults);
  } else if (method !== 'GET') return { status: 405, text: '{}' };
  return { status: 200, text: JSON.stringify({ faults: plan.rules }) };
};
