import { describe, test } from 'node:test';
import { allows, fileIn, forbids, kernelFile, specIn } from './probe.mjs';

const rule = '@nx/enforce-module-boundaries';
const index = (folder) => (folder === 'libs/kernel' ? kernelFile : fileIn(`${folder}/src/index.ts`));
const use = (name) => `export * from '${name}';`;

const sqlite = '@vestigo/sqlite';
const contexts = ['requesting', 'responding', 'oversight', 'directory'];

const forbidden = [
  ['libs/kernel', '@vestigo/arms', sqlite, '@vestigo/protocol', '@vestigo/http', '@vestigo/requesting'],
  ['libs/arms', sqlite, '@vestigo/http', '@vestigo/protocol', '@vestigo/requesting/domain'],
  ['libs/deadlines', sqlite, '@vestigo/identity', '@vestigo/oversight', '@vestigo/arms'],
  ['libs/protocol', sqlite, '@vestigo/http', '@vestigo/arms', '@vestigo/responding'],
  ['libs/http', sqlite, '@vestigo/protocol', '@vestigo/arms', '@vestigo/requesting'],
  ['libs/docket', sqlite, '@vestigo/http', '@vestigo/requesting/domain', '@vestigo/arms'],
  ['libs/handling', sqlite, '@vestigo/http', '@vestigo/protocol', '@vestigo/responding/domain'],
  ['libs/states', sqlite, '@vestigo/protocol', '@vestigo/docket', '@vestigo/directory'],
  ['libs/identity', sqlite, '@vestigo/protocol', '@vestigo/directory'],
  ['libs/adapters/sqlite', '@vestigo/protocol', '@vestigo/arms', '@vestigo/http', '@vestigo/requesting'],
  ...contexts.flatMap((context) => {
    const others = contexts.filter((other) => other !== context);
    const foreign = others.flatMap((other) => [`@vestigo/${other}`, `@vestigo/${other}/domain`]);
    return [
      [`libs/${context}/feature`, sqlite, ...foreign],
      [
        `libs/${context}/domain`,
        sqlite,
        `@vestigo/${context}`,
        '@vestigo/protocol',
        '@vestigo/http',
        ...foreign,
      ],
    ];
  }),
];

const allowed = [
  ['libs/arms', '@vestigo/kernel'],
  ['libs/deadlines', '@vestigo/kernel'],
  ['libs/protocol', '@vestigo/kernel'],
  ['libs/http', '@vestigo/kernel'],
  ['libs/docket', '@vestigo/kernel'],
  ['libs/handling', '@vestigo/kernel'],
  ['libs/states', '@vestigo/kernel'],
  ['libs/adapters/sqlite', '@vestigo/kernel'],
  ...contexts.flatMap((context) => [
    [`libs/${context}/domain`, '@vestigo/kernel', '@vestigo/arms', '@vestigo/deadlines'],
    [
      `libs/${context}/feature`,
      `@vestigo/${context}/domain`,
      '@vestigo/protocol',
      '@vestigo/http',
      '@vestigo/kernel',
    ],
  ]),
];

describe('an import against the direction is refused', () => {
  for (const [folder, ...names] of forbidden) {
    for (const name of names) test(`${folder} > ${name}`, () => forbids(rule, index(folder), use(name)));
  }
  test('a relative path into another project', () =>
    forbids(rule, index('libs/requesting/feature'), use('../../domain/src/tracing-request')));
});

describe('an import in the direction passes', () => {
  for (const [folder, ...names] of allowed) {
    test(`${folder} > ${names.join(', ')}`, () => allows(index(folder), names.map(use).join('\n')));
  }
  test('the app composes features and adapters', () =>
    allows(
      fileIn('apps/exchange/src/main.ts'),
      [sqlite, '@vestigo/requesting', '@vestigo/oversight', '@vestigo/kernel'].map(use).join('\n'),
    ));
});

describe('what only tests may import', () => {
  const suites = use('@vestigo/kernel/testing');
  const feature = 'libs/{requesting,responding,oversight,directory}/feature/src';
  const aFeature = fileIn(`${feature}/index.ts`);
  const aFeatureSpec = specIn(`${feature}/**/*.spec.ts`);

  test('contract suites stay out of sources', async () => {
    await forbids('no-restricted-imports', aFeature, suites);
    await forbids('no-restricted-imports', index('libs/adapters/sqlite'), suites);
  });
  test('the spec of an adapter or a feature takes them', async () => {
    await allows(aFeatureSpec, suites);
    await allows(specIn('libs/adapters/sqlite/src/**/*.spec.ts'), suites);
  });
  test('the spec of a feature takes the embedded store, not another context', async () => {
    await allows(aFeatureSpec, use(sqlite));
    const [own] = aFeatureSpec.split('/').slice(1);
    const other = contexts.find((context) => context !== own);
    await forbids(rule, aFeatureSpec, use(`@vestigo/${other}`));
  });
  test('the spec of a domain does not take the store', () =>
    forbids(rule, specIn('libs/{arms,deadlines,*/domain}/src/**/*.spec.ts'), use(sqlite)));
});

test('of @nestjs/cqrs only the buses that are awaited are used', async () => {
  const file = index('libs/requesting/feature');
  const take = (name) => `import { ${name} } from '@nestjs/cqrs';\nexport const a = ${name};`;
  for (const name of ['AggregateRoot', 'EventBus', 'EventPublisher', 'EventsHandler', 'Saga']) {
    await forbids('no-restricted-imports', file, take(name));
  }
  await allows(file, take('CommandBus'));
});
