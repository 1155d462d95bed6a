/** One job of the bench in a process of its own: its argument is the job, its output the answer, both as JSON. */
import { checkBooks } from '../../src/fund-sandbox/books/check-books.ts';
import { Sandbox } from '../../src/fund-sandbox/sandbox.ts';
import type { Answers, Job } from './job.ts';

const today = '2026-11-23';
const bytesAKibibyte = 1024;
const problemsTold = 10;

const making = (people: number): Answers['making'] => {
  const start = performance.now();
  const sandbox = new Sandbox({ seed: 1, people, today });
  let entries = 0;
  for (let index = 0; index < sandbox.people; index++) entries += sandbox.person(index).contributions.length;
  for (let id = 0; id < sandbox.employers; id++) entries += sandbox.employerBook(id).entries.length;
  const milliseconds = performance.now() - start;
  return { milliseconds, peakBytes: process.resourceUsage().maxRSS * bytesAKibibyte, entries };
};

const books = (people: number, seeds: readonly number[]): Answers['books'] => {
  const start = performance.now();
  const problems = seeds.flatMap((seed) =>
    checkBooks(new Sandbox({ seed, people, today })).map(({ account, problem }) => `${seed} ${account}: ${problem}`),
  );
  return {
    milliseconds: performance.now() - start,
    people: people * seeds.length,
    problems: problems.slice(0, problemsTold),
  };
};

const job = JSON.parse(process.argv[2] ?? '') as Job;
const answer = job.measure === 'making' ? making(job.people) : books(job.people, job.seeds);
process.stdout.write(JSON.stringify(answer));
