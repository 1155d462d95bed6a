/** Who may import whom (ARCHITECTURE.md). A room not named in `may` may not be imported by it. */
const may = {
  domain: [],
  files: [],
  contract: ['domain'],
  kb: ['domain', 'contract', 'files'],
  'fund-wire': ['domain', 'files'],
  'fund-sandbox': ['domain', 'fund-wire'],
  client: ['contract', 'domain', 'kb'],
  hub: ['contract', 'domain', 'kb', 'fund-wire', 'fund-sandbox'],
  practice: ['domain', 'contract', 'kb', 'fund-sandbox', 'files'],
  simulate: ['domain', 'contract', 'kb'],
  tui: ['client', 'contract', 'domain', 'kb', 'practice'],
};
const rooms = [...Object.keys(may), 'cli'];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(may).map(([room, others]) => ({
      name: `${room}-imports-only-${['itself', ...others].join('-')}`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: `^src/(${rooms.filter((other) => other !== room && !others.includes(other)).join('|')})/` },
    })),
    {
      name: 'domain-is-pure',
      comment: 'Rules need no library but zod, and nothing of Node that reaches the outside.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypesNot: ['local', 'core'], pathNot: 'node_modules/zod/' },
    },
    {
      name: 'domain-reaches-nothing',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'source-needs-no-tests',
      severity: 'error',
      from: { path: '^(src|bin)/' },
      to: { path: '^(test|scripts)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
