/** A text that begins a line of its own: its first letter a capital, where the script has such. */
export const capitalised = (text: string): string => {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
};
