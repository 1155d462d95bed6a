import { startHub } from '../../hub/start-hub.ts';
import type { Context } from '../context.ts';
import { shippedKnowledge } from '../hub/shipped-knowledge.ts';
import { fundToAsk } from '../serve/fund-options.ts';
import { hubStartFailure } from '../serve/hub-start-failure.ts';
import { version } from '../version.ts';
import { localExpert } from './local-expert.ts';
import type { Place } from './place.ts';

/** A hub in this very process, which ends with the seat. */
export const atOwnHub = async (context: Context): Promise<Place> => {
  const options = {
    dataDir: context.dataDir,
    version,
    logLevel: 'silent',
    knowledge: await shippedKnowledge(),
    fund: await fundToAsk(context, {}),
  } as const;
  const hub = await startHub(options).catch((error: unknown) => {
    throw hubStartFailure(context, error);
  });
  try {
    const client = await localExpert(context, hub.url, hub.adminToken);
    const leave = async (): Promise<void> => {
      await client.close();
      await hub.close();
    };
    return { mode: 'local', client, leave };
  } catch (error) {
    await hub.close();
    throw error;
  }
};
