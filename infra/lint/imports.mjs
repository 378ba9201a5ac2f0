/** Parts of @nestjs/cqrs 11 that lose events: `publish` is not awaited, a handler that throws is forgotten. */
const lossy = {
  name: '@nestjs/cqrs',
  importNames: [
    'AggregateRoot',
    'EventBus',
    'EventPublisher',
    'EventsHandler',
    'Saga',
    'UnhandledExceptionBus',
  ],
  message: 'The event log is the outbox: take CommandBus and QueryBus only.',
};

const contractSuites = {
  name: '@vestigo/kernel/testing',
  message: 'Contract suites are for tests: import them in a *.spec.ts.',
};

export const imports = [
  {
    files: ['**/*.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { paths: [lossy, contractSuites] }] },
  },
  {
    files: ['**/*.spec.ts', '**/*-spec.ts', 'test/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [lossy] }] },
  },
];
