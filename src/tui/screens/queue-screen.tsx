import type { ReactNode } from 'react';
import { PreviewPanel } from '../panels/preview-panel.tsx';
import { QueuePanel } from '../panels/queue-panel.tsx';
import { Stage } from './stage.tsx';

/** F2: what waits, and what the selected call is about. */
export function QueueScreen({ width, height }: { width: number; height: number }): ReactNode {
  return (
    <Stage
      width={width}
      height={height}
      share={0.56}
      wants={Math.ceil(height * 0.58)}
      leave={8}
      first={(size) => <QueuePanel {...size} />}
      second={(size) => <PreviewPanel {...size} />}
    />
  );
}
