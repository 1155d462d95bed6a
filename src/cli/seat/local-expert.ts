import path from 'node:path';
import { HubClient } from '../../client/hub-client.ts';
import { HubError } from '../../client/hub-error.ts';
import type { Context } from '../context.ts';
import { localToken, tokenFiles } from '../hub/local-token.ts';
import { SecretFile } from '../output/secret-file.ts';

/** The one who works alone on this machine, without a hotline's hub. */
const localName = '本机专家';

const known = async (client: HubClient): Promise<boolean> => {
  try {
    await client.call('me', {});
    return true;
  } catch (error) {
    if (error instanceof HubError && error.code === 'not_signed_in') return false;
    throw error;
  }
};

/** A new token for the local expert, who is enrolled if nobody did yet. */
const enrol = async (admin: HubClient): Promise<string> => {
  try {
    return (await admin.call('users.add', { body: { name: localName, role: 'expert' } })).token;
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== 'name_in_use') throw error;
    return (await admin.call('users.rotate-token', { params: { user: localName }, body: {} })).token;
  }
};

/**
 * A client of the hub on this data folder, signed in as the local expert. Their token is kept in the folder (0600), next to the
 * admin's, from which a lost one is made anew.
 */
export const localExpert = async (
  context: Context,
  url: string,
  adminToken: string | undefined,
): Promise<HubClient> => {
  const { dataDir, language, timeoutMs } = context;
  const clientOf = (token: string): HubClient => new HubClient({ url, token, language, timeoutMs });
  const kept = await localToken(dataDir, 'expert');
  if (kept) {
    const client = clientOf(kept);
    if (!adminToken || (await known(client))) return client;
    await client.close();
  }
  const file = await SecretFile.open(path.join(dataDir, tokenFiles.expert));
  const admin = clientOf(adminToken ?? '');
  try {
    const token = await enrol(admin);
    await file.keep(token);
    return clientOf(token);
  } catch (error) {
    await file.discard().catch(() => undefined);
    throw error;
  } finally {
    await admin.close();
  }
};
