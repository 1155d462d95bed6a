import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { disputesIn, noteDispute } from '../../src/practice/records/dispute.ts';
import { marksAgain } from '../../src/practice/records/remark.ts';
import { RunFolder } from '../../src/practice/records/run-folder.ts';
import { temporaryDir } from '../support/stores.ts';
import { handlingsOf, library, marksOf, openSchool, scenarioOf, today } from './school.ts';

const id = 'gjj-ukey-first-month';
const school = await openSchool();
const { scenario } = scenarioOf(id);

const folderWith = async (runs: number) => {
  const folder = new RunFolder(await temporaryDir());
  for (let run = 0; run < runs; run++) {
    const { recording } = await school.play(id, handlingsOf(id).good, run + 1);
    folder.keep(recording, scenario!, marksOf(recording), `${today}T10:1${run}:00+08:00`);
  }
  return { folder, list: path.join(folder.dir, 'results.jsonl') };
};

it('what was kept is read again, and its recording gives the same marks', async () => {
  const { folder } = await folderWith(2);
  const { results, faults } = folder.results();
  expect(faults).toEqual([]);
  expect(folder.recordingFaults()).toEqual([]);
  expect(results).toHaveLength(2);
  for (const result of results) {
    const recording = folder.recording(result.id)!;
    expect(recording.rules).toBe(library.rulesDigest);
    expect(marksAgain(recording, library.rules)!.marks).toEqual(marksOf(recording));
    expect(marksAgain(recording, library.rules)!.marks.score).toBe(result.score);
  }
});

it.each([
  ['a score', (text: string) => text.replace('"score":100', '"score":99'), 'changed', 1],
  ['whether it passed', (text: string) => text.replace('"passed":true', '"passed":false'), 'changed', 1],
  ['a line taken out', (text: string) => text.split('\n').slice(1).join('\n'), 'unlinked', 1],
  ['two lines exchanged', (text: string) => `${[...text.trim().split('\n')].reverse().join('\n')}\n`, 'unlinked', 1],
  ['a line written another way', (text: string) => text.replace('{"hash"', '{ "hash"'), 'form', 1],
])('%s that was edited is found', async (_, edit, code, line) => {
  const { folder, list } = await folderWith(3);
  const text = readFileSync(list, 'utf8');
  const edited = edit(text);
  expect(edited).not.toBe(text);
  writeFileSync(list, edited);
  expect(folder.results().faults[0]).toEqual({ line, code });
});

it('a recording that was edited or is gone is found', async () => {
  const { folder } = await folderWith(2);
  const [first, second] = folder.results().results;
  const file = path.join(folder.dir, 'recordings', `${first!.id}.json`);
  writeFileSync(file, readFileSync(file, 'utf8').replace('您登录进去了吗', '您身份证号多少'));
  rmSync(path.join(folder.dir, 'recordings', `${second!.id}.json`));
  expect(folder.recordingFaults()).toEqual([
    { run: first!.id, code: 'recording-changed' },
    { run: second!.id, code: 'recording-gone' },
  ]);
});

it('what a crash left of a line is no tampering, and the next line takes its place', async () => {
  const { folder, list } = await folderWith(1);
  appendFileSync(list, '{"hash":"abc","pre');
  expect(folder.results()).toMatchObject({ faults: [], results: [{ scenario: id }] });
  const { recording } = await school.play(id, handlingsOf(id).good, 9);
  folder.keep(recording, scenario!, marksOf(recording), `${today}T11:00:00+08:00`);
  expect(folder.results()).toMatchObject({ faults: [] });
  expect(folder.results().results).toHaveLength(2);
});

it('a dispute is noted and changes nothing', async () => {
  const { folder } = await folderWith(1);
  const [run] = folder.results().results;
  const dispute = { at: `${today}T12:00:00+08:00`, run: run!.id, mark: 'said.point', note: '我说过了' };
  noteDispute(folder.dir, dispute);
  expect(disputesIn(folder.dir)).toEqual([dispute]);
  expect(folder.results().results).toEqual([run]);
});
