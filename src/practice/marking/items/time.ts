import type { MarkGroup } from './item.ts';

/** Up to half as much again as the limit, half is earned. */
const grace = 1.5;

/** From taking the call to the end of its ticket. */
export const time: MarkGroup = ({ takenAt, ending }, { expect: { seconds } }, { weights }) => {
  const took = takenAt === undefined || !ending ? undefined : Math.round((ending.step.at - takenAt) / 1000);
  const share = took === undefined || took > seconds * grace ? 0 : took <= seconds ? 1 : 0.5;
  return [
    {
      id: 'time',
      group: 'time',
      about: String(seconds),
      worth: weights.time,
      share,
      why: took === undefined ? 'no-end' : took <= seconds ? 'in-time' : 'too-long',
      steps: ending ? [ending.place] : [],
      details: { took: took ?? 0, most: seconds },
      path: ['expect', 'seconds'],
    },
  ];
};
