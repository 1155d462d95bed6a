import type { SeatModel } from '../state/model.ts';
import { isPractice } from '../state/practice-mark.ts';
import { chosenTickets } from '../state/tickets/chosen.ts';
import { exportTickets } from '../state/tickets/take-out.ts';
import { term } from '../words/words.ts';
import type { FormSpec } from './form-spec.ts';

const longestPath = 400;

/** That of an exercise says so. */
const fileName = (model: SeatModel): string => {
  const file = `tickets-${model.minute.slice(0, 16).replaceAll(/[-:]/g, '').replace('T', '-')}.csv`;
  return isPractice(model) ? `${term(model.language, 'mode', model.mode)}-${file}` : file;
};

/** Where the marked tickets are written to. */
export const exportForm: FormSpec = {
  kind: 'export',
  title: 'form.export.title',
  go: 'form.export.go',
  intro: (model, say) => [say('form.export.intro', { count: chosenTickets(model).length }), say('form.export.masked')],
  fields: (model) => [
    {
      type: 'text',
      id: 'file',
      label: 'form.export.file',
      hint: 'form.export.file.hint',
      max: longestPath,
      rows: 1,
      initial: `~/${fileName(model)}`,
    },
  ],
  submit: (session, { file = '' }) => exportTickets(session, file),
};
