import { Box } from 'ink';
import type { ReactNode } from 'react';
import { Frame } from '../components/frame.tsx';
import { useModel, useSay, wholeModel } from '../components/session-context.tsx';
import { articleAt, lookupOf } from '../state/knowledge/lookup.ts';
import { ArticlePanel } from './article-panel.tsx';
import { LookupPanel } from './lookup-panel.tsx';

/** From this width and height on, list and article stand side by side here too. */
const besideFrom = { width: 90, height: 21 };
/** From this height on, they stand below each other. */
const stackedFrom = 30;
const listShare = 0.4;

/** The knowledge beside a call: suggestions from its question, or what was searched for; the article while it is read. */
export function CallKnowledge({ width, height }: { width: number; height: number }): ReactNode {
  const model = useModel(wholeModel);
  const say = useSay();
  const lookup = model.callAt;
  if (lookup === undefined) return <Frame width={width} height={height} title={say('kb.title')} />;
  const { reading } = lookupOf(model, lookup);
  const focused = model.pane === 'lookup' && !model.overlay;
  const article = articleAt(model, lookup);
  const beside = width >= besideFrom.width && height >= besideFrom.height;
  if (beside || height >= stackedFrom) {
    const list = beside ? { width: width >> 1, height } : { width, height: Math.floor(height * listShare) };
    const rest = beside ? { width: width - list.width, height } : { width, height: height - list.height };
    return (
      <Box flexDirection={beside ? 'row' : 'column'} width={width} height={height}>
        <LookupPanel lookup={lookup} focused={focused && !reading} answer={false} {...list} />
        <ArticlePanel lookup={lookup} article={article} {...rest} />
      </Box>
    );
  }
  // A low strip above the answer has no room for an article; who reads one has more than a strip.
  const reads = reading !== undefined && (focused || height > 9);
  return reads ? (
    <ArticlePanel lookup={lookup} article={article} width={width} height={height} />
  ) : (
    <LookupPanel lookup={lookup} focused={focused && !reading} answer width={width} height={height} />
  );
}
