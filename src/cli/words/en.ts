import { accounts } from './en/accounts.ts';
import { accountsHelp } from './en/accounts-help.ts';
import { calc } from './en/calc.ts';
import { demo } from './en/demo.ts';
import { doctor } from './en/doctor.ts';
import { fund } from './en/fund.ts';
import { fundSandbox } from './en/fund-sandbox.ts';
import { help } from './en/help.ts';
import { kb } from './en/kb.ts';
import { kbHelp } from './en/kb-help.ts';
import { labels } from './en/labels.ts';
import { messages } from './en/messages.ts';
import { practice } from './en/practice.ts';
import { practiceExam } from './en/practice-exam.ts';
import { snippets } from './en/snippets.ts';
import { joined } from './joined.ts';

/** The command line's catalogue in English. */
export const en = joined(
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
