import {
  CorrectionAnswer,
  CorrectionKey,
  CorrectionQuery,
  CorrectionRequest,
  type CorrectionView,
  DocumentKey,
} from '../../contract/shapes/knowledge.ts';
import type { Context } from '../context.ts';
import { withHub } from '../hub/with-hub.ts';
import { checked } from '../input/checked.ts';
import { type KeyOption, keyOf } from '../input/idempotency-key.ts';
import { textOrStdin } from '../input/text-or-stdin.ts';
import { localTime, shortTime } from '../output/local-time.ts';
import { remark, show } from '../output/show.ts';
import { facts, table } from '../output/table.ts';
import type { Work } from '../run.ts';
import { wrongUsage } from '../usage-failure.ts';
import { term } from '../words/words.ts';
import { typedId } from './not-found.ts';
import { partOf } from './part.ts';
import { noteOf, versionNumber } from './review.ts';

const correctionCard = ({ say, language }: Context, correction: CorrectionView): string =>
  facts([
    [say('kb.correction'), correction.id],
    [say('kb.id'), `${correction.document}  ${say('kb.version-number', { version: correction.version })}`],
    [say('kb.correction.state'), term(language, 'correctionState', correction.state)],
    [say('kb.part-name'), correction.part && term(language, 'kbPart', correction.part)],
    [say('kb.note'), correction.note],
    [say('ticket.number'), correction.ticket],
    [say('kb.filed'), `${localTime(correction.filedAt)}  ${correction.filedBy.name}`],
    [say('kb.answer'), correction.answer],
    [
      say('kb.answered'),
      correction.answeredAt && `${localTime(correction.answeredAt)}  ${correction.answeredBy?.name ?? ''}`,
    ],
  ]);

interface CorrectOptions extends KeyOption {
  note: string;
  part?: string;
  version?: string;
  ticket?: string;
}

/** `kb correct`: says what is wrong in a document; the centre answers. */
export const correctDocument: Work<[string], CorrectOptions> = async (context, [id], options) => {
  const key = keyOf(context, options);
  const params = checked(context, DocumentKey, { document: typedId(id) });
  const body = checked(context, CorrectionRequest, {
    note: await noteOf(context, options.note),
    part: options.part === undefined ? undefined : partOf(context, options.part),
    version: versionNumber(options.version),
    ticket: options.ticket,
  });
  const reply = await withHub(context, (client) => client.call('kb.correct', { params, body, ...key }));
  await show(context, reply, () => correctionCard(context, reply.correction));
  return undefined;
};

interface ListOptions {
  state?: string;
  mine?: boolean;
  document?: string;
  limit?: string;
  after?: string;
}

/** `kb corrections`: all for those who answer them, else one's own. */
export const listCorrections: Work<[], ListOptions> = async (context, _args, options) => {
  const { say, language } = context;
  const query = checked(context, CorrectionQuery, {
    ...options,
    mine: options.mine ? 'true' : undefined,
    document: options.document === undefined ? undefined : typedId(options.document),
  });
  const reply = await withHub(context, (client) => client.call('kb.corrections', { query }));
  await show(context, reply, () =>
    table(
      [
        say('kb.correction'),
        say('kb.id'),
        say('kb.correction.state'),
        say('kb.filed'),
        say('kb.filed-by'),
        say('kb.part-name'),
        say('kb.note'),
        say('kb.answer'),
      ],
      reply.corrections.map((correction) => [
        correction.id,
        correction.document,
        term(language, 'correctionState', correction.state),
        shortTime(correction.filedAt),
        correction.filedBy.name,
        correction.part && term(language, 'kbPart', correction.part),
        correction.note,
        correction.answer,
      ]),
    ),
  );
  if (reply.corrections.length === 0) remark(context, say('list.none'));
  if (reply.next) remark(context, say('list.more', { next: reply.next }));
  return undefined;
};

interface AnswerOptions extends KeyOption {
  accept?: boolean;
  decline?: boolean;
  answer: string;
}

/** `kb corrections answer`: who filed it is told. */
export const answerCorrection: Work<[string], AnswerOptions> = async (context, [id], options) => {
  const key = keyOf(context, options);
  const { accept, decline } = options;
  if (!accept && !decline) throw wrongUsage(context.say('kb.answer.which'));
  const params = checked(context, CorrectionKey, { correction: id });
  const body = checked(context, CorrectionAnswer, {
    state: accept ? 'accepted' : 'declined',
    answer: await textOrStdin(context, 'answer', options.answer),
  });
  const reply = await withHub(context, (client) => client.call('kb.answer', { params, body, ...key }));
  await show(context, reply, () => correctionCard(context, reply.correction));
  return undefined;
};
