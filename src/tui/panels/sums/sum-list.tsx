import type { ReactNode } from 'react';
import { sumForms } from '../../../kb/sums/sum-forms.ts';
import { keyHints } from '../../actions/key-hints.ts';
import { fittingNow, sumCall, sumDigit } from '../../actions/sum-actions.ts';
import { Frame, frameColumns, frameRows } from '../../components/frame.tsx';
import { useModel, useSay, useTheme, wholeModel } from '../../components/session-context.tsx';
import { cell, type Span, Spans } from '../../components/spans.tsx';
import { formSpecs } from '../../forms/fill-in.ts';
import { valuesOf } from '../../forms/form-spec.ts';
import { formKey } from '../../state/overlay.ts';
import { sumKind, sumKinds } from '../../state/sums/sum-kind.ts';
import { capitalised } from '../../text/capitalised.ts';
import { labelCells, shown } from '../../text/styled-line.ts';

/** Rows that the list would like, frame included. */
export const sumListRows = sumKinds.length + frameRows;

/** Which sum, each with its digit and what it works out; those that fit the call are marked. */
export function SumList({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(wholeModel);
  const theme = useTheme();
  const say = useSay();
  const inner = width - frameColumns;
  const rows = Math.max(1, height - frameRows);
  const at = model.overlay?.kind === 'sums' ? model.overlay.at : 0;
  const top = Math.max(0, at - rows + 1);
  const call = model.calls.get(sumCall(model));
  const fitting = fittingNow(model);
  const nameCells = labelCells(sumForms.map(({ id }) => say(`sum.${id}`)));
  const isBegun = (kind: (typeof sumKinds)[number]): boolean => {
    const form = model.forms.get(formKey(kind, call?.id ?? ''));
    return form !== undefined && formSpecs[kind].begun?.(valuesOf(form)) === true;
  };
  return (
    <Frame
      width={width}
      height={height}
      title={call ? `${say('sums.title')} · ${shown(call.name)}` : say('sums.title')}
      footer={keyHints(model, say, 'sums-choose', 'sums-cancel')}
      focused
    >
      {sumForms.slice(top, top + rows).map(({ id }, index) => {
        const chosen = top + index === at;
        const marks = [
          ...(fitting.includes(id) ? [say('sums.fits')] : []),
          ...(isBegun(sumKind(id)) ? [say('sums.begun')] : []),
        ];
        const left: Span[] = [
          { text: chosen ? '▸ ' : '  ' },
          cell(sumDigit(id), 3, chosen ? {} : theme.key),
          cell(say(`sum.${id}`), nameCells),
          { text: capitalised(say(`sum.${id}.about`)), style: chosen ? {} : theme.quiet },
        ];
        const right: Span[] =
          marks.length > 0 ? [{ text: `  ${marks.join(' · ')}`, style: chosen ? {} : theme.good }] : [];
        return <Spans key={id} left={left} right={right} width={inner} {...(chosen && { style: theme.selected })} />;
      })}
    </Frame>
  );
}
