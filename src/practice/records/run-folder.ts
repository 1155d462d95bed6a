import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rowDigest } from '../../domain/audit/chain.ts';
import { alone } from '../journal/folder-lock.ts';
import { JournalFile } from '../journal/journal-file.ts';
import type { Marks } from '../marking/marks.ts';
import { Recording } from '../recording/recording.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { nextLine, type ResultList, readResultList } from './result-list.ts';
import type { RunResult } from './run-result.ts';

/** A recording that is not the one that was marked, or that is gone. */
export interface RecordingFault {
  readonly run: string;
  readonly code: 'recording-changed' | 'recording-gone';
}

/** Where the runs of a machine's trainees lie: a sealed list of results, and the recordings from which they follow. */
export class RunFolder {
  readonly dir: string;

  constructor(dir: string) {
    this.dir = dir;
  }

  private get list(): string {
    return path.join(this.dir, 'results.jsonl');
  }

  private fileOf(run: string): string {
    return path.join(this.dir, 'recordings', `${run}.json`);
  }

  /** All results in the order in which they were won, and what is wrong with the list. */
  results(): ResultList {
    return readResultList(existsSync(this.list) ? new JournalFile(this.list).read().lines : []);
  }

  /** A run's recording; undefined when it is not there or is none. */
  recording(run: string): Recording | undefined {
    try {
      return Recording.parse(JSON.parse(readFileSync(this.fileOf(run), 'utf8')));
    } catch {
      return undefined;
    }
  }

  /** Keeps a run: first its recording, then its result, each on the disk when this returns. @throws what the file system throws */
  keep(recording: Recording, scenario: Scenario, marks: Marks, endedAt: string, exam: string | null = null): RunResult {
    mkdirSync(path.join(this.dir, 'recordings'), { recursive: true, mode: 0o700 });
    const { id, trainee, seed, startedAt, rules } = recording;
    const { title, level, topic, expect } = scenario;
    const result: RunResult = {
      id,
      trainee,
      scenario: scenario.id,
      title,
      level,
      topics: [...new Set([topic, ...expect.cite])],
      seed,
      score: marks.score,
      passed: marks.passed,
      lost: marks.marks.filter(({ worth, earned }) => earned < worth).map((mark) => mark.id),
      vetoed: [...marks.vetoed],
      startedAt,
      endedAt,
      exam,
      rules,
      recording: rowDigest(recording),
    };
    JournalFile.begin(this.fileOf(id), JSON.stringify(recording));
    alone(this.dir, () => {
      const line = nextLine(this.results(), result);
      if (existsSync(this.list)) new JournalFile(this.list).append(line);
      else JournalFile.begin(this.list, line);
    });
    return result;
  }

  /** Recordings that are not what was marked. */
  recordingFaults(): RecordingFault[] {
    return this.results().results.flatMap(({ id, recording }): RecordingFault[] => {
      if (!existsSync(this.fileOf(id))) return [{ run: id, code: 'recording-gone' }];
      const found = this.recording(id);
      return found && rowDigest(found) === recording ? [] : [{ run: id, code: 'recording-changed' }];
    });
  }
}
