import { writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { exitCode } from '../../contract/exit-code.ts';
import { TopicId } from '../../contract/shapes/text.ts';
import { ArticleId, FrontMatter } from '../../kb/article/article.ts';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { checked } from '../input/checked.ts';
import { localDay } from '../output/local-time.ts';
import { remark } from '../output/show.ts';
import { writeOut } from '../output/stdout.ts';
import type { Work } from '../run.ts';
import { requireKnown } from './known-topic.ts';
import { openKnowledge } from './seat-knowledge.ts';
import { skeleton } from './skeleton.ts';

const Asked = z.strictObject({ id: ArticleId, topic: TopicId, title: FrontMatter.shape.title.optional() });

const inTheWay = ({ say }: Context, what: string): Failure =>
  new Failure('in_the_way', exitCode.conflict, say('kb.new.in-the-way', { what }), { details: { what } });

/** `kb new`: an article's file with everything that must be filled in. Never over what is there. */
export const newArticle: Work<[string], { topic: string; title?: string; out?: string }> = async (
  context,
  [id],
  { topic, title, out },
) => {
  checked(context, Asked, { id, topic, title });
  const { base } = await openKnowledge(context);
  requireKnown(context, base, { topic }, false);
  if (base.text(id) !== undefined) throw inTheWay(context, id);
  const { domain } = base.topics.get(topic)!;
  const text = skeleton(context, { id, topic, domain, title: title ?? '' }, localDay());
  if (out === undefined) {
    await writeOut(text);
    return undefined;
  }
  await writeFile(out, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? inTheWay(context, out) : error;
  });
  remark(context, context.say('kb.new.done', { file: out }));
  return undefined;
};
