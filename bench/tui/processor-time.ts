import { readdirSync, readFileSync } from 'node:fs';

/** Milliseconds of processor time that all threads of a process have had, by Linux. */
export const processorTime = (pid: number): number => {
  const tasks = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(tasks).map((task) =>
    Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]),
  );
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6;
};
