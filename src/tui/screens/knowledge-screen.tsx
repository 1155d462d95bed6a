import type { ReactNode } from 'react';
import { useModel } from '../components/session-context.tsx';
import { ArticlePanel } from '../panels/article-panel.tsx';
import { LookupPanel } from '../panels/lookup-panel.tsx';
import { articleAt, lookupOf, screenLookup } from '../state/knowledge/lookup.ts';
import { searchMatters } from '../state/selectors.ts';
import { Stage, twoColumns } from './stage.tsx';

/** F4: search and read. Where there is no room for both, the article takes the place of the list while it is read. */
export function KnowledgeScreen({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(searchMatters);
  const lookup = screenLookup;
  const { reading } = lookupOf(model, lookup);
  const article = articleAt(model, lookup);
  const list = (size: { width: number; height: number }): ReactNode => (
    <LookupPanel lookup={lookup} focused={!reading && !model.overlay} answer={false} {...size} />
  );
  const reader = (size: { width: number; height: number }): ReactNode => (
    <ArticlePanel lookup={lookup} article={article} {...size} />
  );
  if (width < twoColumns && !model.overlay) return reading ? reader({ width, height }) : list({ width, height });
  return (
    <Stage
      width={width}
      height={height}
      share={0.44}
      wants={Math.ceil(height * 0.45)}
      leave={8}
      // A window takes the second place; what it is about stays in view.
      first={reading && model.overlay ? reader : list}
      second={reader}
    />
  );
}
