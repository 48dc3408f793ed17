/**
 * The import law of src/README.md. Each rule's comment says what to do when it fires.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const adapters = '^src/(nlu|store|channels|connectors|content|http|observability)/';
module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'Move what both need into a third file.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'Delete the file or use it.',
      from: { orphan: true, pathNot: '(\\.d\\.ts|config\\.(cjs|mjs)|^src/web/(widget|console)/main\\.tsx)$' },
      to: {},
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'The domain has no I/O and no npm. Put the port in src/app/ports.',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'app-knows-domain-only',
      severity: 'error',
      comment: 'A use case speaks to the world through src/app/ports.',
      from: { path: '^src/app/' },
      to: { pathNot: '^src/(app|domain)/' },
    },
    {
      name: 'contract-knows-zod-only',
      severity: 'error',
      comment: 'The contract is shared with the browser.',
      from: { path: '^src/contract/' },
      to: { pathNot: '^(src/contract/|node_modules/zod)' },
    },
    {
      name: 'web-knows-contract-only',
      severity: 'error',
      comment: 'Browser code speaks to the server through src/contract.',
      from: { path: '^src/web/' },
      to: { pathNot: '^(src/(web|contract)/|node_modules/(preact|zod))' },
    },
    {
      name: 'adapters-look-inwards',
      severity: 'error',
      comment: 'An adapter imports app, domain, contract and itself; join adapters in src/compose.ts.',
      from: { path: adapters },
      to: { path: '^(src|bots)/', pathNot: ['^src/(app|domain|contract)/', '^src/$1/'] },
    },
    {
      name: 'no-channel-to-channel',
      severity: 'error',
      comment: 'Channels do not know each other.',
      from: { path: '^src/channels/([^/]+)/' },
      to: { path: '^src/channels/', pathNot: '^src/channels/$1/' },
    },
    {
      name: 'no-connector-to-connector',
      severity: 'error',
      comment: 'Connectors do not know each other.',
      from: { path: '^src/connectors/([^/]+)/' },
      to: { path: '^src/connectors/', pathNot: '^src/connectors/$1/' },
    },
    {
      name: 'botbuilder-in-bots-only',
      severity: 'error',
      comment: 'Botbuilder is frozen upstream: keep it replaceable.',
      from: { pathNot: '^bots/' },
      to: { path: 'node_modules/botbuilder' },
    },
    {
      name: 'bots-look-inwards',
      severity: 'error',
      comment: 'A bot uses use cases, not adapters.',
      from: { path: '^bots/' },
      to: { path: '^src/', pathNot: '^src/(app|domain)/' },
    },
    {
      name: 'src-does-not-know-tests',
      severity: 'error',
      comment: 'Move shared code into src.',
      from: { path: '^(src|bots)/' },
      to: { path: '^test/' },
    },
    {
      name: 'nobody-imports-main',
      severity: 'error',
      comment: 'Only the launcher starts the process.',
      from: { path: '^(src|bots)/', pathNot: '^src/(main|cli/)' },
      to: { path: '^src/(main\\.ts|cli/)' },
    },
    {
      name: 'only-roots-compose',
      severity: 'error',
      comment: 'compose.ts is for main and cli.',
      from: { path: '^(src|bots)/', pathNot: '^src/(main\\.ts|cli/|compose)' },
      to: { path: '^src/compose' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json', '.d.ts'] },
  },
};
