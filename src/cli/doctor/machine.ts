import { statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Check } from './finding.ts';

/** The oldest Node this program runs on, as package.json says. */
const oldestNode = 24;

export const nodeVersion: Check = async ({ say }) => {
  const { node } = process.versions;
  const old = Number(node.split('.')[0]) < oldestNode;
  return {
    check: 'node',
    status: old ? 'fail' : 'ok',
    message: say('doctor.node', { version: node }),
    ...(old && { advice: say('doctor.node.advice', { oldest: oldestNode }) }),
  };
};

/** Free space under which a hub on this machine is in danger, and under which it is worth a word. Bytes. */
const dangerous = 100 * 2 ** 20;
const tight = 2 ** 30;

/** The nearest folder that is there: the data folder itself may not be made yet. */
const existing = async (folder: string): Promise<{ bavail: number; bsize: number }> => {
  try {
    return await statfs(folder);
  } catch (error) {
    const parent = path.dirname(folder);
    if (parent === folder) throw error;
    return existing(parent);
  }
};

export const diskSpace: Check = async ({ say, dataDir }) => {
  const { bavail, bsize } = await existing(dataDir);
  const free = bavail * bsize;
  const status = free < dangerous ? 'fail' : free < tight ? 'warn' : 'ok';
  return {
    check: 'disk',
    status,
    message: say('doctor.disk', { dir: dataDir, free: (free / 2 ** 30).toFixed(1) }),
    ...(status !== 'ok' && { advice: say('doctor.disk.advice') }),
  };
};
