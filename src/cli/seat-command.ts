import { Command, type ErrorOptions, type HelpContext } from 'commander';
import type { Language } from '../contract/language.ts';
import { addGlobalOptions } from './global-options.ts';
import { helpFormat } from './help-format.ts';
import { usageFailure, verbMissing } from './usage-failure.ts';
import type { Say } from './words/words.ts';

/**
 * Commander's command in the person's language: help in their words, and a wrong usage as a `Failure` to be reported like
 * any other. Every command knows the global options itself, so that they may stand anywhere and no option's value
 * (`--answer --json`) is ever mistaken for one.
 */
export class SeatCommand extends Command {
  readonly say: Say;
  readonly language: Language;

  /** @param name absent for the program itself */
  constructor(say: Say, language: Language, name?: string) {
    super(name);
    this.say = say;
    this.language = language;
    addGlobalOptions(this, say, name !== undefined);
    if (name === undefined) {
      this.helpOption('-h, --help', say('help.help'));
      this.helpCommand('help [command]', say('help.help'));
      this.configureHelp(helpFormat(say));
      this.configureOutput({ writeErr: (text) => process.stderr.write(text), outputError: () => undefined });
      this.enablePositionalOptions();
      this.exitOverride();
    }
  }

  override createCommand(name?: string): SeatCommand {
    return new SeatCommand(this.say, this.language, name ?? '');
  }

  override error(message: string, options?: ErrorOptions): never {
    throw usageFailure(this, this.say, message, options?.code);
  }

  /** Help that was not asked for stands in for a verb that is missing. */
  override help(context?: HelpContext | ((text: string) => string)): never {
    if (typeof context === 'object' && context.error) throw verbMissing(this, this.say);
    if (typeof context === 'function') return super.help(context);
    return super.help(context);
  }
}
