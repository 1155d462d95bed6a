import { readTurn } from '../claims/turn.ts';

/** A request is a question. */
const asksFor =
  /请(?:您|你)?(?:再)?(?:说|讲|报|提供|告诉|描述|确认|核对|念)|麻烦(?:您|你)|(?:说|讲|报|念|提供|描述|核对|确认)一?下|(?:报|说|念|发)给我|(?:报|说|念)(?:哈|来)|给我(?:报|说|念)|(?:慢|大)点(?:儿)?(?:说|声)|说慢点|听不清|没听清|再说一[遍下]|多少|几号|贵姓|称呼|哪位/;
/** Ends as people end a question whose mark they leave out: 换过没, 是不, 看行不, 咋样了, 来着. */
const asksAtEnd = /(?:过|了|是|好|行|对|懂|楚|白|到|上|办|在|有|个)(?:没|不)$|没有$|来着$|(?:咋|怎么)(?:样|回事)$/;
/** Asks for what is not known, of the citizen or of nobody named. */
const open = /啥|咋|哪(?!怕)|谁|(?<!没)什么(?!的)|怎么|多(?:久|大|长|远)|几(?:号|天|次|个|年|月|点)/;
/** What the speaker will find out, or does not mind, is not asked of the citizen. */
const askedElsewhere = /[查看问核催]|我|咱|告诉|知道|不管|不论|无论|都|也/;
const choice = /(?<!您|你|我|在|前|那|这|都|也|他|她|就)还是[^，。]{1,6}$/;

/** What people put behind a sentence. */
const withoutTail = (text: string): string =>
  text.replace(/[，。！？!?,.\s]+$/u, '').replace(/[哈啊呀嘛呐哎的吧了呢]+$/u, '');

/** Spoken language leaves question marks out, and a space stands for a pause. */
const pause = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/u;

const openQuestion = (clause: string): boolean => {
  const found = open.exec(clause);
  return (
    found !== null &&
    !askedElsewhere.test(clause.slice(0, found.index)) &&
    !/^.{0,4}都/.test(clause.slice(found.index + 1))
  );
};

/** Whether what was said wants an answer from the citizen, as a citizen hears it. */
export const wantsAnswer = (said: string): boolean =>
  asksFor.test(said) ||
  readTurn(said).clauses.some(({ act }) => act === 'asks') ||
  said.split(/[，,、]/).some((clause) => {
    const bare = withoutTail(clause);
    return asksAtEnd.test(bare) || choice.test(bare) || openQuestion(bare);
  });

export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[。！？!?；;\n])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** The clauses of a sentence, and the things that are named side by side in it. */
export const piecesOf = (sentence: string): string[] =>
  sentence
    .split(new RegExp(`[，,、]|和|跟|以及|还有|${pause.source}`, 'u'))
    .map((piece) => piece.trim())
    .filter((piece) => [...piece].length > 1);

/** The shortest parts in which a form of words may stand: 好的 再见. */
export const phrasesOf = (text: string): string[] =>
  text
    .split(new RegExp(`(?<=[。！？!?；;，,\\n])|${pause.source}`, 'u'))
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
