/** One measurement in a process of its own: `node --expose-gc child.ts JSON`; the result is one line of JSON on stdout. */
import { engines } from './engines/catalogue.ts';
import { measureQuality, type QualityReport } from './quality.ts';
import type { Half } from './questions.ts';
import { type Loaded, measureLoad, measureSpeed, type Speed, type SpeedOptions } from './speed.ts';

/** What can be asked of a child. */
export type Job = { readonly engine: string } & (
  | ({ readonly measure: 'speed' } & SpeedOptions)
  | { readonly measure: 'load'; readonly file: string }
  | { readonly measure: 'quality'; readonly half: Half }
);

/** What each job answers. */
export interface Answers {
  readonly speed: Speed;
  readonly load: Loaded;
  readonly quality: QualityReport;
}

const job = JSON.parse(process.argv[2]!) as Job;
const engine = await engines[job.engine]!();
const work = {
  speed: () => measureSpeed(engine, job as SpeedOptions),
  load: () => measureLoad(engine, (job as { file: string }).file),
  quality: () => measureQuality(engine, (job as { half: Half }).half),
};
const answer = await work[job.measure]();
// Some engines leave timers behind.
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0));
