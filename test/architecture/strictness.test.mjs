import { test } from 'node:test';
import { allows, fileIn, forbids, kernelFile, specIn } from './probe.mjs';

const feature = fileIn('libs/requesting/feature/src/index.ts');
const typed = '@typescript-eslint';

const module = (body) => `import { Module } from '@nestjs/common';\n${body}`;

test('any', () => forbids(`${typed}/no-explicit-any`, feature, 'export const a = (b: any) => [b];'));

test('non-null assertion', () =>
  forbids(`${typed}/no-non-null-assertion`, feature, 'export const a = (b?: string) => b!.length;'));

test('a promise nobody waits for', () =>
  forbids(
    `${typed}/no-floating-promises`,
    feature,
    'export const a = (b: () => Promise<void>) => {\n  b();\n};',
  ));

test('a switch that forgets a case, with or without default', async () => {
  const rule = `${typed}/switch-exhaustiveness-check`;
  const a = (rest) =>
    `export function a(b: 'x' | 'y'): number {\n  switch (b) {\n    case 'x':\n      return 1;\n${rest}  }\n  return 2;\n}`;
  await forbids(rule, feature, a(''));
  await forbids(rule, feature, a('    default:\n      return 3;\n'));
  await allows(feature, a(`    case 'y':\n      return 3;\n`).replace('\n  return 2;', ''));
});

test('`as` outside the borders; `as const` anywhere', async () => {
  const rule = `${typed}/consistent-type-assertions`;
  const text = 'export const a = (b: unknown) => b as string;';
  await forbids(rule, feature, text);
  await forbids(rule, kernelFile, text);
  await forbids(rule, fileIn('libs/requesting/domain/src/index.ts'), text);
  await forbids(
    rule,
    fileIn('libs/adapters/sqlite/src/index.ts'),
    'export const a = (b: unknown) => <string>b;',
  );
  await allows(feature, `export const a = ['x', 'y'] as const;`);
  for (const border of ['libs/adapters/sqlite', 'libs/protocol', 'libs/http']) {
    await allows(fileIn(`${border}/src/index.ts`), text);
  }
  await allows(specIn('libs/**/*.spec.ts'), text);
});

test('a type imported as a value, except where Nest reads it from a decorator', async () => {
  const rule = `${typed}/consistent-type-imports`;
  await forbids(rule, feature, `import { EventStore } from '@vestigo/kernel';\nexport type A = EventStore;`);
  await allows(
    feature,
    [
      `import { Injectable } from '@nestjs/common';`,
      `import { CommandBus } from '@nestjs/cqrs';`,
      `@Injectable()`,
      `export class A {`,
      `  constructor(readonly bus: CommandBus) {}`,
      `}`,
    ].join('\n'),
  );
});

test('an empty class is a Nest module or nothing', async () => {
  await allows(feature, module('@Module({})\nexport class RequestingModule {}'));
  await forbids(`${typed}/no-extraneous-class`, feature, 'export class Dates {}');
});

test('a disabling comment that disables nothing', () =>
  forbids(
    "Unused eslint-disable directive (no problems were reported from 'no-console').",
    feature,
    '// eslint-disable-next-line no-console\nexport const a = 1;',
  ));
