import { existsSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { alone } from '../journal/folder-lock.ts';
import { JournalFile } from '../journal/journal-file.ts';

/** A mark that a trainee does not agree with, for the trainer to look at. It changes no mark. */
export const Dispute = z.strictObject({
  at: z.iso.datetime({ offset: true }),
  run: z.uuid(),
  mark: z.string(),
  note: z.string().trim().min(1).max(500),
});
export type Dispute = z.output<typeof Dispute>;

const fileIn = (dir: string): string => path.join(dir, 'disputes.jsonl');

/** Notes a dispute beside the runs of a folder. */
export const noteDispute = (dir: string, dispute: Dispute): void =>
  alone(dir, () => {
    const file = fileIn(dir);
    const line = JSON.stringify(dispute);
    if (existsSync(file)) new JournalFile(file).append(line);
    else JournalFile.begin(file, line);
  });

/** All disputes noted in a folder, oldest first. */
export const disputesIn = (dir: string): Dispute[] =>
  existsSync(fileIn(dir))
    ? new JournalFile(fileIn(dir)).read().lines.flatMap((line) => {
        const { data } = Dispute.safeParse(JSON.parse(line));
        return data ? [data] : [];
      })
    : [];
