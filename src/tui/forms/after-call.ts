import type { SeatModel } from '../state/model.ts';
import type { Field } from './form-spec.ts';

/** Whether the conversation goes on when the ticket is done; asked only while there is one. */
export const afterCallField = (model: SeatModel, call: string): readonly Field[] => {
  const state = model.calls.get(call)?.state;
  if (state !== 'active' && state !== 'held') return [];
  return [
    {
      type: 'choice',
      id: 'after',
      label: 'form.after',
      options: (_, say) => [
        { value: 'end', label: say('form.after.end') },
        { value: 'keep', label: say('form.after.keep') },
      ],
      initial: () => 'end',
    },
  ];
};
