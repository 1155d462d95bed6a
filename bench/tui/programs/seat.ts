import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { cleanEnv, type Program } from './program.ts';

/** The built seat of the program in `home`, at a hub, as the person of a token. */
export const seatProgram = (home: string, hub: string, token: string, folder: string): Program => {
  const launcher = path.join(home, 'bin/expert-seat.js');
  const env = { ...cleanEnv(folder), EXPERT_SEAT_HUB: hub, EXPERT_SEAT_TOKEN: token };
  // A close that waits to be taken back would only make the simulated shift long.
  execFileSync(process.execPath, [launcher, 'config', 'set', 'undo-seconds', '0'], { env });
  return { command: [launcher], env };
};

const probe = path.join(import.meta.dirname, 'memory-probe.ts');

/** The same, able to tell its memory: SIGUSR2 makes it collect garbage and write what is left to `file`. */
export const withMemoryProbe = (program: Program, file: string): Program => ({
  command: ['--import', probe, ...program.command],
  env: { ...program.env, BENCH_MEMORY_FILE: file },
});
