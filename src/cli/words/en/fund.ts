import type { fund as chinese } from '../zh-CN/fund.ts';

/** What is said of the fund that a hub asks, and of the files that describe it. */
export const fund: Record<keyof typeof chinese, string> = {
  'serve.fund-group': "The fund's query port:",
  'serve.fund':
    'address of the query service, https://…; sandbox is the one that ships. Also EXPERT_SEAT_FUND (and so below: _MAPPING, _KEY_ID, …)',
  'serve.fund-mapping': 'mapping file of its messages (default: names and codes of JGJ/T 320-2014)',
  'serve.fund-key-id': 'name of the key by which requests are signed',
  'serve.fund-secret-file': "file that holds the key's secret",
  'serve.fund-cert': 'our client certificate chain, PEM (mutual TLS)',
  'serve.fund-cert-key': 'our client key, PEM',
  'serve.fund-ca': 'who vouches for the other side, PEM',
  'serve.fund-timeout': 'how long one query may take with its retries, milliseconds (default 4000)',
  'serve.fund-concurrency': 'queries at once (default 8)',
  'serve.fund-in-clear': 'allow plain HTTP to another machine (where a tunnel protects it)',
  'serve.fund-seed': "the sandbox's seed (default 1)",
  'serve.fund-people': 'people in the sandbox (default 2000)',
  'serve.bad-fund': '--fund is sandbox, or http(s)://host[:port][/path] without user, query or fragment',
  'serve.fund-needed': 'a --fund-… option without --fund',
  'serve.fund-key-pair': '--fund-key-id and --fund-secret-file go together',
  'serve.fund-cert-pair': '--fund-cert and --fund-cert-key go together',
  'serve.bad-fund-number': '{option} is a whole number from {least} to {most}',
  'hub.bad_fund': "A file of the fund's query port cannot be used: {place}: {reason}",
  'hub.bad_fund.hint': 'Check a mapping file first: expert-seat fund-mapping check FILE',
  'hub.fund_in_clear': 'Not asking {url} in the clear: what is asked is personal data',
  'hub.fund_in_clear.hint': 'Give an https address, or --fund-in-clear when a tunnel protects it',
  'fund-mapping.about': "mapping files of a fund's messages",
  'fund-mapping.check.about':
    'check a mapping file: each fault with file and line, exit 8 when there is one; connects to nothing',
  'fund-mapping.check.file': 'the mapping file (YAML)',
  'fund-mapping.clean': '{name}: {operations} operations, no faults',
  'fund-mapping.faults': '{count} faults',
  'fund-mapping.yaml': 'YAML cannot be read: {reason}',
  'fund-mapping.field': '{field}: {reason}',
};
