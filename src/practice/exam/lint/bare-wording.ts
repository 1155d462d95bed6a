/** A wording without what makes no other question of it. */
export const bareWording = (text: string): string => text.normalize('NFKC').replace(/[\p{P}\p{Z}\s]/gu, '');
