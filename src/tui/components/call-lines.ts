import type { CallView } from '../../contract/shapes/call.ts';
import type { SeatModel } from '../state/model.ts';
import { labelCells, labelled, type StyledLine, shown } from '../text/styled-line.ts';
import { dateTime } from '../text/time.ts';
import type { Theme } from '../theme.ts';
import { domainName, type Say, term } from '../words/words.ts';

type Context = Pick<SeatModel, 'language' | 'settings'>;

const noteText = (call: CallView, index: number, { language, settings }: Context): string => {
  const note = call.notes[index]!;
  const by = note.by === 'system' ? '' : ` ${shown(note.by)}`;
  const kind = term(language, 'note', note.kind);
  // A lost seat's note is the hub's own sentence; the words here say the same.
  const text = note.kind === 'lapsed' && note.by === 'system' ? '' : ` ${shown(note.text)}`;
  const where = note.kind === 'moved' ? ` → ${domainName(language, settings.domains, call.domain)}` : '';
  return `${dateTime(note.at)}${by} ${kind}${where}${text}`.trimEnd();
};

/** Who calls, and how the call came here: two lines that are always in view, of the second what matters least at the end. */
export const callerLines = (call: CallView, context: Context, phone: string, theme: Theme, say: Say): StyledLine[] => [
  [
    { text: shown(call.name), style: theme.strong },
    { text: `  ${phone}` },
    ...(call.priority === 'urgent' ? [{ text: `  ${say('call.urgent')}`, style: theme.urgent }] : []),
    ...(call.front ? [{ text: `  ${say('queue.front')}`, style: theme.warn }] : []),
  ],
  [
    {
      text: [
        call.ticket,
        domainName(context.language, context.settings.domains, call.domain),
        call.from ? say('call.from', { from: shown(call.from) }) : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
      style: theme.quiet,
    },
  ],
];

/** What the citizen asked, what was tried, and what others noted, in lines of `width` cells. */
export const matterLines = (call: CallView, context: Context, width: number, theme: Theme, say: Say): StyledLine[] => {
  const cells = labelCells([say('call.question'), say('call.tried'), say('call.note')]);
  const put = (label: string, text: string): StyledLine[] => labelled(label, text, width, cells, theme.label);
  return [
    ...call.notes.flatMap((_, index) => put(say('call.note'), noteText(call, index, context))),
    ...put(say('call.question'), call.question),
    ...put(say('call.tried'), call.tried ?? say('call.no-tried')),
  ];
};
