import { expect, it } from 'vitest';
import { languages } from '../../src/contract/language.ts';
import { identitySpans } from '../../src/tui/components/identity-spans.ts';
import { applySnapshot } from '../../src/tui/state/line.ts';
import { emptyModel } from '../../src/tui/state/model.ts';
import { themes } from '../../src/tui/themes/themes.ts';
import { sayIn } from '../../src/tui/words/words.ts';
import { accountPictures, accountSnapshot } from './account-pictures.ts';

it.each(languages)('beside a long name the number of tries that are left stays to be read (%s)', (language) => {
  const told = (room: number, picture = 'accounts mismatch'): string =>
    identitySpans(
      accountPictures[picture]!(applySnapshot(emptyModel(language, 'hub'), accountSnapshot)),
      room,
      themes.dark.dark,
      sayIn(language),
    )
      .map((span) => ('text' in span ? span.text : ''))
      .join('');
  const [whole, short] =
    language === 'en' ? ['Not verified, 2 more tries', '2 more tries'] : ['未核验，还可试 2 次', '还可试 2 次'];
  expect(told(40)).toBe(whole);
  expect(told(14)).toBe(short);
  expect(told(14, 'accounts verify')).toBe(sayIn(language)('identity.over'));
});
