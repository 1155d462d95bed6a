import { readFile } from 'node:fs/promises';
import { exitCode } from '../../contract/exit-code.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import type { YamlFault } from '../../files/read-yaml.ts';
import { readMapping } from '../../fund-wire/mapping.ts';
import type { Context } from '../context.ts';
import { remark, show } from '../output/show.ts';
import type { Work } from '../run.ts';

const messageOf = ({ say, language }: Context, { code, details }: YamlFault): string => {
  const { field = '', reason = '', reasonInChinese = reason } = details;
  const said = language === 'zh-CN' ? reasonInChinese : reason;
  return code === 'yaml'
    ? say('fund-mapping.yaml', { reason: said })
    : say('fund-mapping.field', { field, reason: said });
};

/** `fund-mapping check`: what a hub would say of the file when it starts, without starting one. */
export const checkFundMapping: Work<[string], object> = async (context, [file]) => {
  const { say } = context;
  const { mapping, faults } = readMapping(await readFile(file, 'utf8'));
  const problems = faults.map((fault) => ({ file, line: fault.line, message: messageOf(context, fault) }));
  const operations = Object.keys(mapping?.operations ?? {});
  await show(context, { name: mapping?.name ?? null, operations, problems }, () =>
    problems.map(({ line, message }) => `${plainText(`${file}:${line}: ${message}`, { multiline: false })}\n`).join(''),
  );
  remark(
    context,
    mapping
      ? say('fund-mapping.clean', { name: mapping.name, operations: operations.length })
      : say('fund-mapping.faults', { count: problems.length }),
  );
  return mapping ? exitCode.done : exitCode.checkFailed;
};
