/** Of undici, what asks a hub or a fund: no fetch, no caches, no WebSocket, which are half of it and are read at every start. */

import request from 'undici/lib/api/api-request.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
import Pool from 'undici/lib/dispatcher/pool.js';

Object.assign(Dispatcher.prototype, { request });

export { Agent, Pool };
