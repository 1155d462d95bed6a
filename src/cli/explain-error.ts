import { HubError, HubUnreachable, NotAHub } from '../client/hub-error.ts';
import { ProfileError } from '../client/profile-error.ts';
import { exitCode } from '../contract/exit-code.ts';
import { Failure } from './failure.ts';
import type { Say } from './words/words.ts';

/** System errors that mean a file of the person's, not a fault of the program. */
const fileErrors = new Set(['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'EEXIST', 'EROFS', 'ENAMETOOLONG']);

const fileFailure = (error: NodeJS.ErrnoException, say: Say): Failure | undefined => {
  const { code = '', path } = error;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Failure('disk_full', exitCode.unexpected, say('error.disk-full', { path: path ?? '' }));
  }
  if (!path || !fileErrors.has(code)) return undefined;
  return new Failure('file', exitCode.refusedInput, say('error.file', { path, reason: code }), {
    details: { path, reason: code },
  });
};

/** The clients' and the system's errors as failures in words. */
export const explain = (error: unknown, say: Say): Failure => {
  if (error instanceof HubError) {
    return new Failure(error.code, error.exit, error.message, {
      hint: error.hint,
      details: error.details,
      cause: error,
    });
  }
  if (error instanceof HubUnreachable) {
    return new Failure(
      'hub_unreachable',
      exitCode.unreachable,
      say('error.unreachable', { url: error.url, reason: error.reason }),
      {
        hint: say('error.unreachable.hint'),
        details: { url: error.url, reason: error.reason },
        cause: error,
      },
    );
  }
  if (error instanceof NotAHub) {
    return new Failure('not_a_hub', exitCode.unreachable, say('error.not-a-hub', { url: error.url }), {
      hint: say('error.not-a-hub.hint'),
      details: { url: error.url },
      cause: error,
    });
  }
  if (error instanceof ProfileError) {
    const { file, key, message } = error;
    return key
      ? new Failure('profile', exitCode.refusedInput, say('error.profile-value', { key, file }), {
          hint: say('error.profile-value.hint', { key }),
          details: { file, key },
        })
      : new Failure('profile', exitCode.refusedInput, say('error.profile', { file, reason: message }), {
          hint: say('error.profile.hint'),
          details: { file },
        });
  }
  if (error instanceof Error) {
    const file = fileFailure(error, say);
    if (file) return file;
  }
  return new Failure(
    'internal',
    exitCode.unexpected,
    say('error.internal', { reason: error instanceof Error ? error.message : String(error) }),
    {
      hint: say('error.internal.hint'),
      cause: error,
    },
  );
};
