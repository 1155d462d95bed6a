import { expect, it } from 'vitest';
import { partKeys, partWords } from '../../src/cli/kb/part-names.ts';
import { en } from '../../src/cli/words/en.ts';
import { zhCN } from '../../src/cli/words/zh-CN.ts';
import { correctionStates } from '../../src/domain/knowledge/correction.ts';
import { stepKinds, versionStates } from '../../src/domain/knowledge/version.ts';
import { confidences, partNames } from '../../src/kb/article/article.ts';
import { fields } from '../../src/kb/search/entry.ts';
import { reasons } from '../../src/kb/search/highlight.ts';

/** Every term of the knowledge base that commands show, by the group under which the catalogues have it. */
const groups: Record<string, readonly string[]> = {
  versionState: versionStates,
  correctionState: correctionStates,
  event: stepKinds.map((kind) => `version.${kind}`),
  confidence: confidences,
  kbPart: [...partNames, '短信'],
  kbField: fields,
  kbReason: reasons,
  kbState: ['in-force', 'coming', 'expired'],
};

it('the catalogues know every term of the knowledge base', () => {
  for (const catalogue of [zhCN, en])
    for (const [group, terms] of Object.entries(groups))
      for (const value of terms) expect(catalogue, `${group}.${value}`).toHaveProperty([`${group}.${value}`]);
});

it('every part of an article can be named with and without an input method', () => {
  expect(Object.keys(partKeys)).toEqual([...partNames]);
  expect(new Set(partWords).size).toBe(2 * (partNames.length + 1));
});
