import { joined } from './joined.ts';
import { accounts } from './zh-CN/accounts.ts';
import { accountsHelp } from './zh-CN/accounts-help.ts';
import { calc } from './zh-CN/calc.ts';
import { demo } from './zh-CN/demo.ts';
import { doctor } from './zh-CN/doctor.ts';
import { fund } from './zh-CN/fund.ts';
import { fundSandbox } from './zh-CN/fund-sandbox.ts';
import { help } from './zh-CN/help.ts';
import { kb } from './zh-CN/kb.ts';
import { kbHelp } from './zh-CN/kb-help.ts';
import { labels } from './zh-CN/labels.ts';
import { messages } from './zh-CN/messages.ts';
import { practice } from './zh-CN/practice.ts';
import { practiceExam } from './zh-CN/practice-exam.ts';
import { snippets } from './zh-CN/snippets.ts';

/** The command line's catalogue in Chinese. */
export const zhCN = joined(
  help,
  messages,
  labels,
  doctor,
  demo,
  kb,
  kbHelp,
  calc,
  snippets,
  practice,
  practiceExam,
  fund,
  fundSandbox,
  accounts,
  accountsHelp,
);
