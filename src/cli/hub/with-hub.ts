import { HubClient } from '../../client/hub-client.ts';
import type { Context } from '../context.ts';
import { findHub } from './find-hub.ts';

/** Runs with a client of the hub that the context means, and lets its connections go afterwards. */
export const withHub = async <T>(context: Context, work: (client: HubClient) => Promise<T>): Promise<T> => {
  const { url, token } = await findHub(context);
  const client = new HubClient({ url, token, language: context.language, timeoutMs: context.timeoutMs });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
};
