/** Imports point one way: app > feature > domain, protocol, edge > kernel < adapter. */
const byType = {
  app: ['app', 'service', 'feature', 'domain', 'protocol', 'edge', 'adapter', 'kernel'],
  service: ['service', 'protocol', 'edge', 'adapter', 'kernel'],
  feature: ['domain', 'protocol', 'edge', 'kernel'],
  domain: ['domain', 'kernel'],
  protocol: ['kernel'],
  edge: ['edge', 'kernel'],
  adapter: ['kernel'],
  kernel: [],
};

const edge = ['bulk', 'http', 'identity', 'live', 'page', 'states'];
const context = ['arms', 'deadlines', 'docket', 'handling', 'lifecycle', 'protocol', ...edge, 'kernel'];
const adapters = ['sqlite', 'kurrent', 'kafka'];
const service = ['service', 'backing', 'protocol', ...adapters, ...edge, 'kernel'];

/** A service meets another one only on the wire: none imports another's code. */
const byScope = {
  requesting: ['requesting', ...context],
  responding: ['responding', ...context],
  oversight: ['oversight', ...context],
  directory: ['directory', ...context],
  photographs: ['photographs', 'protocol', ...edge, 'kernel'],
  arms: ['arms', 'kernel'],
  deadlines: ['deadlines', 'kernel'],
  handling: ['handling', 'kernel'],
  lifecycle: ['lifecycle', 'handling', 'kernel'],
  protocol: ['protocol', 'kernel'],
  docket: ['docket', 'kernel'],
  bulk: [...edge, 'kernel'],
  http: [...edge, 'kernel'],
  identity: [...edge, 'kernel'],
  live: ['live', 'http', 'identity', 'kernel'],
  page: ['page'],
  states: [...edge, 'kernel'],
  sqlite: ['sqlite', 'kernel'],
  kurrent: ['kurrent', 'kernel'],
  kafka: ['kafka', 'kernel'],
  service: ['service', ...edge, 'kernel'],
  backing: service,
  'requesting-service': [
    'requesting-service',
    'requesting',
    'directory',
    'photographs',
    ...context,
    ...service,
  ],
  'responding-service': [
    'responding-service',
    'responding',
    'directory',
    'photographs',
    ...context,
    ...service,
  ],
  'oversight-service': ['oversight-service', 'oversight', 'directory', ...context, ...service],
  console: ['console', 'page', 'service', ...edge, 'kernel'],
  kernel: ['kernel'],
};

const anything = ['type:test', 'scope:test', 'scope:exchange'];

function constraints(alsoOfType, alsoOfScope) {
  const entries = (tag, table, also) =>
    Object.entries(table).map(([name, targets]) => ({
      sourceTag: `${tag}:${name}`,
      onlyDependOnLibsWithTags: [...targets, ...(also[name] ?? [])].map((target) => `${tag}:${target}`),
    }));
  return [
    ...entries('type', byType, alsoOfType),
    ...entries('scope', byScope, alsoOfScope),
    ...anything.map((sourceTag) => ({ sourceTag, onlyDependOnLibsWithTags: ['*'] })),
  ];
}

const rule = (depConstraints, allow = []) => ({
  '@nx/enforce-module-boundaries': ['error', { allow, depConstraints }],
});

/** Projects that say what is to be stored or sent: what comes of it is seen in a store. */
const storing = ['requesting', 'responding', 'oversight', 'directory', 'docket', 'photographs', 'protocol'];

export const boundaries = [
  { files: ['**/*.{ts,tsx}'], rules: rule(constraints({}, {})) },
  {
    // A journey may start the exchange in its own process: it takes the way in, and nothing else of an app.
    files: ['test/e2e/**/*.ts'],
    rules: rule(constraints({}, {}), ['^../../apps/exchange/src/serve-exchange$']),
  },
  {
    // A slice is tested on the embedded store: there is no mock of a port.
    files: [
      'libs/*/feature/**/*.spec.ts',
      'libs/docket/**/*.spec.ts',
      'libs/photographs/**/*.spec.ts',
      'libs/protocol/**/*.spec.ts',
    ],
    rules: rule(
      constraints(
        { feature: ['adapter'], domain: ['adapter'], protocol: ['adapter'] },
        Object.fromEntries(storing.map((scope) => [scope, ['sqlite']])),
      ),
    ),
  },
];
