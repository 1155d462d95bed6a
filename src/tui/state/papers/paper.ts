import type { FieldLeft, Paper } from '../../../contract/shapes/draft.ts';
import { type EditBuffer, edit, editBuffer } from '../../text/edit-buffer.ts';
import { answerLimit } from '../desk.ts';
import type { SeatModel } from '../model.ts';
import { type FieldValue, type FormKind, type FormState, formKey } from '../overlay.ts';

/** Forms whose content is kept: those that take thought, and none in which a citizen's number is typed. */
const keptForms: readonly FormKind[] = ['close', 'dispatch', 'return', 'move', 'correct'];
const isKept = (form: FormState): boolean => keptForms.includes(form.kind);

const fieldLeft = (value: FieldValue): FieldLeft => {
  if (value.type === 'choice') return value;
  const { text, caret, multiline, max } = value.buffer;
  return { type: 'text', text, caret, multiline, max: Number.isFinite(max) ? max : null };
};

const bufferOf = (left: { text: string; caret: number; multiline: boolean; max: number | null }): EditBuffer => {
  const { text, caret, multiline, max } = left;
  const buffer = editBuffer(text, { multiline, ...(max !== null && { max }) });
  return { ...buffer, caret: Math.min(caret, buffer.text.length) };
};

const fieldValue = (left: FieldLeft): FieldValue =>
  left.type === 'choice' ? left : { type: 'text', buffer: bufferOf(left) };

export const emptyPaper: Paper = { text: '', caret: 0, articles: [], forms: {} };

/** What lies on the desk about a call or an article; undefined when nothing was begun. */
export const paperOf = (model: SeatModel, subject: string): Paper | undefined => {
  const draft = model.drafts.get(subject);
  const articles = model.citations.get(subject) ?? [];
  const forms = [...model.forms.values()].filter((form) => form.call === subject && isKept(form));
  if ((draft === undefined || draft.text === '') && articles.length === 0 && forms.length === 0) return undefined;
  return {
    text: draft?.text ?? '',
    caret: draft?.caret ?? 0,
    articles: [...articles],
    forms: Object.fromEntries(
      forms.map(({ kind, values }) => [
        kind,
        Object.fromEntries(Object.entries(values).map(([id, value]) => [id, fieldLeft(value)])),
      ]),
    ),
  };
};

/** The same for papers that say the same, wherever the caret stands. */
export const markOf = (paper: Paper | undefined): string =>
  JSON.stringify(paper ?? null, (name, value) => (name === 'caret' ? undefined : value));

/** Everything about which something was begun. */
export const subjectsOf = ({ drafts, citations, forms }: SeatModel): readonly string[] => {
  const begun = [...forms.values()].filter(isKept).map(({ call }) => call);
  return [...new Set([...drafts.keys(), ...citations.keys(), ...begun])];
};

/** A text in place of another, which undo brings back. One that is longer than what can be typed stays whole. */
const rewritten = (buffer: EditBuffer, text: string, caret: number): EditBuffer => {
  if (buffer.text === text) return buffer;
  const { max } = buffer;
  const all = { ...edit(buffer, { do: 'select-all' }).buffer, max: Number.POSITIVE_INFINITY };
  const { buffer: next } =
    text === '' ? edit(all, { do: 'erase', to: 'left' }) : edit(all, { do: 'insert', text, pasted: true });
  return { ...next, max, caret: Math.min(caret, next.text.length) };
};

const emptyAnswer = editBuffer('', { multiline: true, max: answerLimit });

/** The desk with this paper on it, in place of the one about the same subject. */
export const withPaper = (model: SeatModel, subject: string, paper: Paper): SeatModel => {
  const drafts = new Map(model.drafts);
  const citations = new Map(model.citations);
  const forms = new Map(model.forms);
  const known = drafts.get(subject);
  if (known) drafts.set(subject, rewritten(known, paper.text, paper.caret));
  else if (paper.text !== '') drafts.set(subject, bufferOf({ ...emptyAnswer, text: paper.text, caret: paper.caret }));
  citations.set(subject, paper.articles);
  const { overlay } = model;
  for (const kind of keptForms) {
    const key = formKey(kind, subject);
    const left = paper.forms[kind];
    // The form in which somebody is writing is theirs.
    if (overlay?.kind === 'form' && overlay.form === key) continue;
    if (!left) {
      forms.delete(key);
      continue;
    }
    const values = Object.fromEntries(Object.entries(left).map(([id, field]) => [id, fieldValue(field)]));
    forms.set(key, { kind, call: subject, values, at: 0, problem: undefined, sending: false });
  }
  return { ...model, drafts, citations, forms };
};
