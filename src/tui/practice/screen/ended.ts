/** The program was told to end, or the terminal is gone: whoever opened the screen ends too, with this exit code. */
export class ScreenEnded extends Error {
  readonly code: number;

  constructor(code: number) {
    super(String(code));
    this.code = code;
  }
}
