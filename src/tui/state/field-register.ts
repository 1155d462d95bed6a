/** What fields cut and copy into, and paste from; the terminal's clipboard gets it as well. */
export interface FieldRegister {
  /** Nothing is selected when the text is empty. */
  put(text: string, how: 'cut' | 'copy'): void;
  take(): string;
  /** Nobody is to paste what the person before cut. */
  clear(): void;
}

/** A register that tells what was put into it. */
export const createRegister = (told: (text: string, how: 'cut' | 'copy') => void = () => undefined): FieldRegister => {
  let kept = '';
  return {
    put: (text, how) => {
      if (text !== '') kept = text;
      told(text, how);
    },
    take: () => kept,
    clear: () => {
      kept = '';
    },
  };
};
