import { Box } from 'ink';
import type { ReactNode } from 'react';
import { useModel } from '../components/session-context.tsx';
import { formInUse } from '../forms/fill-in.ts';
import { ArticleMenu, menuRows, RelatedPanel, SmsPanel } from '../panels/article-windows.tsx';
import { FormPanel, formRows } from '../panels/form-panel.tsx';
import { PalettePanel } from '../panels/palette-panel.tsx';
import { ConflictPanel, conflictRows, OlderPanel, OutboxPanel } from '../panels/safe-panels.tsx';
import { ConfirmPanel, SeatPanel } from '../panels/small-panels.tsx';
import { SnippetsPanel, snippetRows } from '../panels/snippets-panel.tsx';
import { SumList, sumListRows } from '../panels/sums/sum-list.tsx';
import { SumPanel, sumRows } from '../panels/sums/sum-panel.tsx';
import type { SeatModel } from '../state/model.ts';
import type { FormState } from '../state/overlay.ts';
import { apartFromWriting } from '../state/selectors.ts';
import { sumOf } from '../state/sums/sum-kind.ts';

/** From this width on, the two panes stand side by side. */
export const twoColumns = 110;
const leastRows = 5;

const isSum = (form: FormState | undefined): boolean => form !== undefined && sumOf(form.kind) !== undefined;

/** Rows that an open window needs. */
export const overlayRows = (model: SeatModel): number => {
  const form = formInUse(model);
  switch (model.overlay?.kind) {
    case 'form':
      return form ? (isSum(form) ? sumRows : formRows)(model, form) : 0;
    case 'conflict':
      return conflictRows;
    case 'outbox':
    case 'older':
      return 12;
    case 'palette':
      return 11;
    case 'seat':
      return 8;
    case 'confirm':
      return 9;
    case 'article-menu':
      return menuRows;
    case 'sums':
      return sumListRows;
    case 'snippets':
      return snippetRows;
    case 'related':
    case 'sms':
      return 10;
    default:
      return 0;
  }
};

type Sized = (size: { width: number; height: number }) => ReactNode;

/** The open window; nothing when there is none. */
export function Overlay({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(apartFromWriting);
  switch (model.overlay?.kind) {
    case 'form':
      return isSum(formInUse(model)) ? (
        <SumPanel width={width} height={height} />
      ) : (
        <FormPanel width={width} height={height} />
      );
    case 'snippets':
      return <SnippetsPanel width={width} height={height} />;
    case 'sums':
      return <SumList width={width} height={height} />;
    case 'outbox':
      return <OutboxPanel width={width} height={height} />;
    case 'conflict':
      return <ConflictPanel width={width} height={height} />;
    case 'older':
      return <OlderPanel width={width} height={height} />;
    case 'palette':
      return <PalettePanel width={width} height={height} />;
    case 'seat':
      return <SeatPanel width={width} height={height} />;
    case 'confirm':
      return <ConfirmPanel width={width} height={height} />;
    case 'article-menu':
      return <ArticleMenu width={width} height={height} />;
    case 'related':
      return <RelatedPanel width={width} height={height} />;
    case 'sms':
      return <SmsPanel width={width} height={height} />;
    default:
      return null;
  }
}

/**
 * Two panes, below each other or side by side. A window takes the place of the second pane, so the first, with the caller or the queue,
 * never leaves the screen, and nothing ever lies on something else.
 */
export function Stage(props: {
  readonly width: number;
  readonly height: number;
  readonly first: Sized;
  readonly second: Sized;
  /** The width from which on they do; without it `twoColumns`. */
  readonly beside?: number;
  /** Share of the width of the first pane when they stand side by side. */
  readonly share: number;
  /** Rows that the first pane would like when they are below each other. */
  readonly wants: number;
  /** Rows that the second pane should have at least. */
  readonly leave: number;
}): ReactNode {
  const { width, height, first, second, share, wants, leave, beside = twoColumns } = props;
  const model = useModel(apartFromWriting);
  const over = model.overlay !== undefined && model.overlay.kind !== 'help';
  const put: Sized = over ? (size) => <Overlay {...size} /> : second;
  if (width >= beside) {
    const left = Math.floor(width * share);
    return (
      <Box width={width} height={height}>
        {first({ width: left, height })}
        {put({ width: width - left, height })}
      </Box>
    );
  }
  const below = Math.max(leave, over ? overlayRows(model) : 0);
  const top = Math.max(leastRows, Math.min(wants, height - below));
  return (
    <Box flexDirection="column" width={width} height={height}>
      {first({ width, height: top })}
      {put({ width, height: Math.max(3, height - top) })}
    </Box>
  );
}
