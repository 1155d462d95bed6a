import type { PersonalSnippets } from '../../client/personal-snippets.ts';

/** Opens a file of a person's own snippets, theirs if no other is named. What reads such files is loaded with the first that is asked for. */
export const personalSnippets = async (file?: string): Promise<PersonalSnippets> => {
  const { PersonalSnippets } = await import('../../client/personal-snippets.ts');
  return new PersonalSnippets(file);
};
