/** What ends a sentence, with the quotation mark or bracket behind it. */
export const sentenceEnd = /[。！？；!?;…][”』」）)]*/;
