const run = /[\p{Script=Han}]+|[\p{L}\p{N}_]+?(?=\p{Script=Han}|[^\p{L}\p{N}_]|$)/gu;
const isHan = /^\p{Script=Han}/u;

/**
 * What the peers index Chinese by where they take a tokenizer: pairs of neighbouring characters, as Lucene's CJKAnalyzer does it and as
 * the peers' maintainers and users recommend; a character that stands alone; Latin words and numbers whole. Folded to small letters and
 * normal width.
 */
export const bigrams = (text: string): string[] => {
  const tokens: string[] = [];
  for (const [found] of text.normalize('NFKC').toLowerCase().matchAll(run)) {
    if (!isHan.test(found) || found.length === 1) tokens.push(found);
    else for (let at = 1; at < found.length; at++) tokens.push(found.slice(at - 1, at + 1));
  }
  return tokens;
};

/** Whether a token is a Latin word or a number: only there does a wrong letter leave most of the token as it was. */
export const isLatin = (token: string): boolean => !isHan.test(token);
