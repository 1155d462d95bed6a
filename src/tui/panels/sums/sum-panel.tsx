import { Box } from 'ink';
import type { ReactNode } from 'react';
import { useModel, wholeModel } from '../../components/session-context.tsx';
import { formInUse } from '../../forms/fill-in.ts';
import type { SeatModel } from '../../state/model.ts';
import type { FormState } from '../../state/overlay.ts';
import { readsResult } from '../../state/sums/result-window.ts';
import { FormPanel, formRows } from '../form-panel.tsx';
import { ResultPanel } from './result-panel.tsx';

/** From this width of its own on, what comes of it stands beside the form. */
const besideFrom = 110;
/** Where there is little room, who reads the result sees nothing else. */
const roomForBoth = 24;
const leastForm = 7;
const leastResult = 8;

/** Rows that a sum would like: its form, and below it what comes of it. */
export const sumRows = (model: SeatModel, form: FormState): number => formRows(model, form) + leastResult + 4;

/** A sum: what it asks, and what comes of it at every key. */
export function SumPanel({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(wholeModel);
  const form = formInUse(model);
  if (!form) return null;
  if (width >= besideFrom) {
    const left = Math.floor(width * 0.46);
    return (
      <Box width={width} height={height}>
        <FormPanel width={left} height={height} />
        <ResultPanel width={width - left} height={height} />
      </Box>
    );
  }
  if (readsResult(model) && height < roomForBoth) return <ResultPanel width={width} height={height} />;
  const most = Math.max(leastForm, height - Math.max(leastResult, Math.floor(height * 0.45)));
  // A form keeps two lines apart from what is below it; here a frame does.
  const top = Math.min(most, formRows(model, form) - 1);
  return (
    <Box flexDirection="column" width={width} height={height}>
      <FormPanel width={width} height={top} />
      <ResultPanel width={width} height={Math.max(3, height - top)} />
    </Box>
  );
}
