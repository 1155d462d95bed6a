import { onTestFinished } from 'vitest';
import type { Language } from '../../../src/contract/language.ts';
import type { ScreenOptions } from '../../../src/tui/practice/screen/screen-options.ts';
import { until } from '../driver.tsx';
import { FakeKeyboard, FakeScreen, keySequence } from '../terminal.ts';

export interface SittingOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly language?: Language;
  readonly color?: boolean;
  readonly wide?: boolean;
  readonly preferences?: ScreenOptions['preferences'];
  readonly env?: NodeJS.ProcessEnv;
}

/** Somebody at a screen of practice: keys in, a picture out, and what they chose. */
export class Sitting<Choice> {
  readonly screen: FakeScreen;
  readonly keyboard = new FakeKeyboard();
  readonly choice: Promise<Choice>;
  private over = false;

  constructor(open: (options: ScreenOptions) => Promise<Choice>, options: SittingOptions = {}) {
    const { columns = 80, rows = 24, language = 'zh-CN', color = false, wide = false, preferences, env = {} } = options;
    this.screen = new FakeScreen(columns, rows, wide ? 2 : 1);
    this.choice = open({
      language,
      color,
      env,
      stdin: this.keyboard,
      stdout: this.screen as unknown as NodeJS.WriteStream,
      terminal: { colours: 'many', background: 'dark', wide },
      ...(preferences && { preferences }),
    });
    const end = (): void => {
      this.over = true;
    };
    this.choice.then(end, end);
    onTestFinished(() => this.leaves());
  }

  /** Ctrl-C until the screen is closed: a note that is written has to be left first. */
  async leaves(): Promise<void> {
    await until(
      async () => {
        if (!this.over) this.keyboard.write('\x03');
        await new Promise((done) => setTimeout(done, 30));
        return this.over;
      },
      () => `cannot be left:\n${this.text()}`,
    );
  }

  press(...keys: readonly string[]): void {
    for (const key of keys) this.keyboard.write(keySequence(key));
  }

  /** Types text as an input method commits it. */
  types(text: string): void {
    this.keyboard.write(text);
  }

  text(): string {
    return this.screen.lines().join('\n');
  }

  async sees(...texts: readonly string[]): Promise<void> {
    const missing = (): string[] => texts.filter((text) => !this.text().includes(text));
    await until(
      () => missing().length === 0,
      () => `does not see ${JSON.stringify(missing())}:\n${this.text()}`,
    );
  }

  async seesNo(...texts: readonly string[]): Promise<void> {
    const there = (): string[] => texts.filter((text) => this.text().includes(text));
    await until(
      () => there().length === 0,
      () => `still sees ${JSON.stringify(there())}:\n${this.text()}`,
    );
  }
}
