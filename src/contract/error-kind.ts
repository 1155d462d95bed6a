/** What an error is on the wire, to a command, and in words with places for its details. */
export interface ErrorKind {
  status: number;
  exit: number;
  'zh-CN': string;
  en: string;
  hint?: { 'zh-CN': string; en: string };
}
