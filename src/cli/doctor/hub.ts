import { HubClient } from '../../client/hub-client.ts';
import { HubError } from '../../client/hub-error.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { findHub } from '../hub/find-hub.ts';
import { failureOf } from '../report-failure.ts';
import { term } from '../words/words.ts';
import type { Finding } from './finding.ts';

/** A clock that is further off than this makes waits and deadlines look wrong. Milliseconds. */
const tolerable = 2_000;
const grave = 60_000;

const clock = ({ say }: Context, offset: number): Finding => {
  const off = Math.abs(offset);
  const status = off > grave ? 'fail' : off > tolerable ? 'warn' : 'ok';
  return {
    check: 'clock',
    status,
    message: say('doctor.clock', { seconds: (offset / 1000).toFixed(1) }),
    ...(status !== 'ok' && { advice: say('doctor.clock.advice') }),
  };
};

const signIn = async (context: Context, client: HubClient): Promise<Finding> => {
  const { say, language } = context;
  try {
    const { user } = await client.call('me', {});
    return {
      check: 'sign-in',
      status: 'ok',
      message: say('doctor.sign-in', { name: user.name, role: term(language, 'role', user.role) }),
    };
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    return { check: 'sign-in', status: 'warn', message: error.message, ...(error.hint && { advice: error.hint }) };
  }
};

/** The hub as seen from here: whether it answers, how its clock differs, and who one is to it. */
export const hubFindings = async (context: Context): Promise<Finding[]> => {
  const { say, language, timeoutMs } = context;
  try {
    const { url, token } = await findHub(context);
    const client = new HubClient({ url, token, language, timeoutMs });
    try {
      const asked = Date.now();
      const { now, version } = await client.call('health.live', {});
      const answered = Date.now();
      await client.call('health.ready', {});
      return [
        { check: 'hub', status: 'ok', message: say('doctor.hub', { url, version, ms: answered - asked }) },
        clock(context, Date.parse(now) - (asked + answered) / 2),
        await signIn(context, client),
      ];
    } finally {
      await client.close();
    }
  } catch (error) {
    const failure = await failureOf(error, context);
    const none = error instanceof Failure && error.code === 'no_hub';
    return [
      {
        check: 'hub',
        status: none ? 'warn' : 'fail',
        message: failure.message,
        ...(failure.hint && { advice: failure.hint }),
      },
    ];
  }
};
