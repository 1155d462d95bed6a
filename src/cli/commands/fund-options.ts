import { Option } from 'commander';
import type { Say } from '../words/words.ts';

/** Which fund a hub asks, and how. */
export const fundOptions = (say: Say): Option[] => [
  new Option('--fund <address>', say('serve.fund')),
  new Option('--fund-mapping <file>', say('serve.fund-mapping')),
  new Option('--fund-key-id <id>', say('serve.fund-key-id')),
  new Option('--fund-secret-file <file>', say('serve.fund-secret-file')),
  new Option('--fund-cert <file>', say('serve.fund-cert')),
  new Option('--fund-cert-key <file>', say('serve.fund-cert-key')),
  new Option('--fund-ca <file>', say('serve.fund-ca')),
  new Option('--fund-timeout <ms>', say('serve.fund-timeout')),
  new Option('--fund-concurrency <count>', say('serve.fund-concurrency')),
  new Option('--fund-in-clear', say('serve.fund-in-clear')),
  new Option('--fund-seed <number>', say('serve.fund-seed')),
  new Option('--fund-people <count>', say('serve.fund-people')),
];
