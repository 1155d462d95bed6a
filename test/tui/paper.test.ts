import { expect, it } from 'vitest';
import { answerLimit, draftOf, withDraft } from '../../src/tui/state/desk.ts';
import { emptyModel } from '../../src/tui/state/model.ts';
import { emptyPaper, withPaper } from '../../src/tui/state/papers/paper.ts';
import { editBuffer } from '../../src/tui/text/edit-buffer.ts';

it('a text that is longer than an answer may be comes back whole, in place of one that is there', () => {
  const written = editBuffer('旧答复', { multiline: true, max: answerLimit });
  const text = '长'.repeat(answerLimit + 1);
  const model = withPaper(withDraft(emptyModel('zh-CN', 'hub'), 'c', written), 'c', { ...emptyPaper, text });
  expect(draftOf(model, 'c')).toMatchObject({ text, max: answerLimit });
});
