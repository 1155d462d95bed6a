import type { HubClient } from '../../client/hub-client.ts';

/** `local`: a hub of this machine, for one who works alone. */
type SeatMode = 'hub' | 'local';

/** Where the seat sits down. */
export interface Place {
  mode: SeatMode;
  /** Absent: the person signs in on the screen. */
  client: HubClient | undefined;
  leave(): Promise<void>;
}
