import { Box } from 'ink';
import { type ReactNode, useRef } from 'react';
import type { Language } from '../../contract/language.ts';
import { keyHints } from '../actions/key-hints.ts';
import { Frame, frameColumns, frameRows } from '../components/frame.tsx';
import { useModel, useSay, useSession, useTheme, wholeModel } from '../components/session-context.tsx';
import { cell, numbered, type Span, Spans, spansWidth } from '../components/spans.tsx';
import { TextField } from '../components/text-field.tsx';
import { fieldsOf, formInUse, formSpecs, setField } from '../forms/fill-in.ts';
import type { Field } from '../forms/form-spec.ts';
import type { SeatModel } from '../state/model.ts';
import { type FormKind, type FormState, formKey } from '../state/overlay.ts';
import { readsResult } from '../state/sums/result-window.ts';
import { capitalised } from '../text/capitalised.ts';
import { labelCells, shown, shownParagraph } from '../text/styled-line.ts';
import { truncate, wrap } from '../text/width.ts';
import type { Theme } from '../theme.ts';
import { phraseIn } from '../words/phrase.ts';
import type { Say } from '../words/words.ts';
import { fieldsInView } from './fields-in-view.ts';
import { formMessage } from './form-message.ts';

/** Forms that are no window: Enter in them is an action of their screen. */
const inPlace: ReadonlySet<string> = new Set(['sign-in', 'verify'] satisfies FormKind[]);

const rowsOf = (field: Field): number => (field.type === 'text' ? field.rows : 1);

/** A sum's field is named within sentences as well; here it begins a line. */
const labelOf = (field: Field, language: Language, say: Say): string =>
  capitalised(phraseIn(language, field.label, say));

/** Rows that the form would like, frame included. */
export const formRows = (model: SeatModel, form: FormState): number =>
  fieldsOf(model, form).reduce((sum, field) => sum + rowsOf(field), 0) + 3 + frameRows;

/** Options side by side; the chosen one in brackets, so that it shows without colour. */
function Choice({
  field,
  value,
  focused,
  width,
}: {
  field: Field & { type: 'choice' };
  value: string;
  focused: boolean;
  width: number;
}): ReactNode {
  const model = useModel(wholeModel);
  const theme = useTheme();
  const say = useSay();
  const options = field.options(model, say);
  const spans = options.map((option): Span => {
    const chosen = option.value === value;
    return {
      text: chosen ? `[${option.label}]` : ` ${option.label} `,
      style: chosen ? (focused ? theme.selected : theme.strong) : {},
    };
  });
  const at = Math.max(
    0,
    options.findIndex((option) => option.value === value),
  );
  const arrows: Span = { text: ' ← →', style: theme.key };
  const all: Span[] = focused ? [arrows] : [];
  if (spansWidth(spans) <= width - spansWidth(all)) {
    // What it means that nothing is chosen, where there is room for it.
    const help = value === '' && field.help ? phraseIn(model.language, field.help, say) : '';
    const about: Span = { text: `  ${help}`, style: theme.quiet };
    const fits = help !== '' && spansWidth([...spans, about]) <= width - spansWidth(all);
    return <Spans left={fits ? [...spans, about] : spans} right={all} width={width} />;
  }
  const count: Span = { text: ` ${at + 1}/${options.length}`, style: theme.quiet };
  const right = focused ? [arrows, count] : [];
  return <Spans left={aroundChosen(spans, at, width - spansWidth(right), theme)} right={right} width={width} />;
}

/** The chosen one and as many of its neighbours as there is room for, with a sign where there are more. */
const aroundChosen = (spans: readonly Span[], at: number, room: number, theme: Theme): readonly Span[] => {
  const more: Span = { text: '…', style: theme.quiet };
  const shown = (from: number, to: number): readonly Span[] => [
    ...(from > 0 ? [more] : []),
    ...spans.slice(from, to),
    ...(to < spans.length ? [more] : []),
  ];
  const fits = (from: number, to: number): boolean =>
    from >= 0 && to <= spans.length && spansWidth(shown(from, to)) <= room;
  let [from, to] = [at, at + 1];
  for (let before = -1; before !== to - from; ) {
    before = to - from;
    if (fits(from, to + 1)) to++;
    if (fits(from - 1, to)) from--;
  }
  return shown(from, to);
};

function FormField(props: {
  form: FormState;
  field: Field;
  focused: boolean;
  wrong: boolean;
  labelWidth: number;
  width: number;
  rows: number;
}): ReactNode {
  const { form, field, focused, wrong, labelWidth, width, rows } = props;
  const { language } = useModel(wholeModel);
  const session = useSession();
  const theme = useTheme();
  const say = useSay();
  const value = form.values[field.id];
  const body = width - labelWidth;
  const label: Span[] = [
    { text: focused ? '▸ ' : wrong ? '✗ ' : '  ', style: wrong ? theme.warn : theme.focus },
    cell(truncate(labelOf(field, language, say), labelWidth - 4), labelWidth - 2, focused ? theme.strong : theme.label),
  ];
  return (
    <Box height={rows} flexShrink={0}>
      <Box width={labelWidth} flexShrink={0}>
        <Spans left={label} width={labelWidth} />
      </Box>
      {field.type === 'choice' && value?.type === 'choice' && (
        <Choice field={field} value={value.value} focused={focused} width={body} />
      )}
      {field.type === 'text' && value?.type === 'text' && (
        <TextField
          key={`${form.kind} ${form.call} ${field.id}`}
          buffer={value.buffer}
          onChange={(buffer) => setField(session, field.id, { type: 'text', buffer })}
          onRefused={() => session.notice('refused', say('answer.full', { max: field.max }))}
          width={body}
          rows={rows}
          focused={focused && !form.sending}
          placeholder={phraseIn(language, field.hint, say)}
          {...((field.secret || (field.private && !focused)) && { mask: '•' })}
        />
      )}
    </Box>
  );
}

/** A form in its frame. The edge says what Enter does; what was refused is said inside, with everything still in place. */
export function FormPanel({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(wholeModel);
  const theme = useTheme();
  const say = useSay();
  const form = formInUse(model);
  const most = useRef({ of: '', rows: 0 });
  if (!form) return null;
  const spec = formSpecs[form.kind];
  const fields = fieldsOf(model, form);
  const inner = width - frameColumns;
  const room = height - frameRows - 1;
  const asked = fields.reduce((sum, field) => sum + rowsOf(field), 0);
  const labels = fields.map((field) => labelOf(field, model.language, say));
  const labelWidth = Math.min(labelCells(labels) + 2, inner >> 1);
  const intro = (spec.intro?.(model, say, form.call) ?? []).flatMap((text) => wrap(shownParagraph(text), inner));
  // What is sent along, and a line between it and the fields when there is room.
  // What is told there may get shorter with a choice; the fields stay where they are.
  const of = `${formKey(form.kind, form.call)} ${inner}`;
  const wanted = Math.max(intro.length, most.current.of === of ? most.current.rows : 0);
  most.current = { of, rows: wanted };
  const introRows = Math.max(0, Math.min(wanted, room - asked));
  const apart = introRows > 0 && room - asked > introRows;
  const about = model.calls.get(form.call);
  const title = about ? `${say(spec.title)} · ${shown(about.name)}` : say(spec.title);
  const enter = keyHints(model, say, `${inPlace.has(form.kind) ? form.kind : 'form'}-enter`);
  const focused = !readsResult(model);
  const wrong = spec.wrong?.(model, form);
  // Long fields give up rows when there is no room for them.
  let over = Math.max(0, asked - room);
  const heights = fields.map((field) => {
    const cut = Math.min(over, rowsOf(field) - 1);
    over -= cut;
    return rowsOf(field) - cut;
  });
  const [from, to] = fieldsInView(heights, form.at, room);
  const more = to - from < fields.length ? say('form.more', { above: from, below: fields.length - to }) : '';
  return (
    <Frame width={width} height={height} title={title} aside={more} footer={focused ? enter : ''} focused={focused}>
      {numbered(intro.slice(0, introRows)).map(({ id, item }) => (
        <Spans
          key={id}
          left={[
            {
              text: id === introRows - 1 && introRows < intro.length ? `${item.text}…` : item.text,
              style: theme.quiet,
            },
          ]}
          width={inner}
        />
      ))}
      {numbered(Array.from({ length: introRows - Math.min(intro.length, introRows) + Number(apart) })).map(({ id }) => (
        <Spans key={`gap ${id}`} left={[]} width={inner} />
      ))}
      {fields.slice(from, to).map((field, index) => (
        <FormField
          key={field.id}
          form={form}
          field={field}
          focused={focused && from + index === form.at}
          wrong={wrong?.has(field.id) ?? false}
          labelWidth={labelWidth}
          width={inner}
          rows={heights[from + index] ?? 1}
        />
      ))}
      <Spans left={[formMessage(form, model, theme, say)]} width={inner} />
    </Frame>
  );
}
