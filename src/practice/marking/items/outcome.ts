import { type Item, type MarkGroup, yes } from './item.ts';

/** Whether the call ended as it should: answered, dispatched, given back or moved, and to whom. */
export const outcome: MarkGroup = ({ ending }, { expect }, { weights }) => {
  const group = 'outcome';
  const path = ['expect', 'ending'];
  const [wanted] = Object.keys(expect.ending) as ['close' | 'dispatch' | 'return' | 'move'];
  const steps = ending ? [ending.place] : [];
  const right = ending?.step.do === wanted;
  const items: Item[] = [
    {
      id: 'outcome.ending',
      group,
      about: wanted,
      worth: weights.outcome.ending,
      share: yes(right),
      why: ending === undefined ? 'ending.none' : right ? 'ending.right' : 'ending.wrong',
      steps,
      details: { wanted, was: ending?.step.do ?? '' },
      path,
    },
  ];
  if ('dispatch' in expect.ending) {
    const { unit: names } = expect.ending.dispatch;
    const was = ending?.step.do === 'dispatch' ? ending.step.unit : '';
    const fits = was !== '' && names.some((name) => was.includes(name));
    const details = { was, wanted: names[0]! };
    const why = fits ? 'unit.right' : 'unit.wrong';
    items.push({
      id: 'outcome.unit',
      group,
      about: names[0]!,
      worth: weights.outcome.target,
      share: yes(fits),
      why,
      steps,
      details,
      path,
    });
  }
  if ('move' in expect.ending) {
    const { domain } = expect.ending.move;
    const was = ending?.step.do === 'move' ? ending.step.domain : '';
    const why = was === domain ? 'domain.right' : 'domain.wrong';
    const details = { was, wanted: domain };
    items.push({
      id: 'outcome.domain',
      group,
      about: domain,
      worth: weights.outcome.target,
      share: yes(was === domain),
      why,
      steps,
      details,
      path,
    });
  }
  return items;
};
