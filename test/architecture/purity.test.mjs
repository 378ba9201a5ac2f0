import { describe, test } from 'node:test';
import { ofType } from '../../infra/lint/projects.mjs';
import { allows, fileIn, forbids, kernelFile, specIn } from './probe.mjs';

const impure = {
  'no-restricted-imports': [
    `import { z } from 'ajv';\nexport const a = z;`,
    `import type { Ajv } from 'ajv';\nexport type A = Ajv;`,
    `import { readFileSync } from 'node:fs';\nexport const a = readFileSync;`,
    `import { readFileSync } from 'fs';\nexport const a = readFileSync;`,
    `export * from 'node:crypto';`,
    `export { randomUUID } from 'crypto';`,
    `import 'reflect-metadata';`,
    `import { Module } from '@nestjs/common';\nexport const a = Module;`,
    `import { a } from '../../../../node_modules/ajv';\nexport const b = a;`,
    `import { eventStoreContract } from '@vestigo/kernel/testing';\nexport const a = eventStoreContract;`,
    `import { problem } from '@vestigo/http';\nexport const a = problem;`,
  ],
  'no-restricted-syntax': [
    `export const a = import('node:fs');`,
    `import fs = require('node:fs');\nexport const a = fs;`,
    `export type A = import('node:fs').Stats;`,
    `export const a = new Date();`,
    `export const a = Date();`,
    `export const a = new Date(2026, 0, 31);`,
    `export const a = (parts: [number, number]) => new Date(...parts);`,
    `export const a = new Date('2026-01-31T12:00:00');`,
    `export const a = Date.parse('2026-01-31T12:00:00');`,
    `const D = Date;\nexport const a = D.now();`,
    `export const a = Reflect.construct(Date, []);`,
    `export const a = { clock: Date };`,
    `export const a = (name: 'now') => Date[name]();`,
    `export const a = new Date(0).toLocaleString('en');`,
    `export const a = new Date(0).toLocaleDateString('en', { month: 'long' });`,
    `export const a = new Intl.DateTimeFormat('en').format(0);`,
    `export const a = new Intl.DateTimeFormat('en', { timeZone: 'UTC' }).format();`,
    `export const a = 'a'.localeCompare('b');`,
    `declare const process: { pid: number };\nexport const a = process.pid;`,
    `declare function fetch(url: string): string;\nexport const a = fetch('');`,
  ],
  'no-restricted-properties': [
    `export const a = Date.now();`,
    `export const a = Date['now']();`,
    `const { now } = Date;\nexport const a = now();`,
    `export const a = Math.random();`,
    `const { random } = Math;\nexport const a = random();`,
    `export const a = new Date(0).getHours();`,
    `export const a = new Date(0).getDate();`,
    `export const a = new Date(0).setDate(1);`,
    `export const a = new Date(0).getTimezoneOffset();`,
    `export const a = AbortSignal.timeout(5);`,
    `export const a = (() => 0).constructor('return process')();`,
  ],
  'no-restricted-globals': [
    ...['performance.now()', 'process.env', 'process.hrtime()', 'crypto.randomUUID()', 'console.log(1)'],
    ...[
      'setTimeout(f, 1)',
      'setInterval(f, 1)',
      'setImmediate(f)',
      'queueMicrotask(f)',
      'globalThis.process',
    ],
    ...[
      "fetch('http://127.0.0.1')",
      'global.process',
      "require('node:fs')",
      "eval('1')",
      "Function('return 1')",
    ],
    ...["Buffer.from('')", '__dirname', 'module.exports'],
  ].map((expression) => `const f = () => undefined;\nexport const a = [f, ${expression}];`),
};

const pure = [
  `import { Rejection } from '@vestigo/kernel';\nexport const a = Rejection;`,
  `import { VersionConflict } from './event-store';\nexport const a = VersionConflict;`,
  `export const a = (at: number) => new Date(at).getUTCHours() + Date.UTC(2026, 0, 31);`,
  `export const a = Date.parse('2026-01-31T12:00:00Z') + new Date('2026-01-31').getTime();`,
  `export const a = (at: number, timeZone: string) => new Intl.DateTimeFormat('en', { timeZone }).format(at);`,
  `export const a = (at: unknown): at is Date => at instanceof Date;`,
  `export const a = (at: Date, signal: AbortSignal) => [at.toISOString(), signal.aborted, Math.max(1, 2)];`,
  `export const a = 'a'.localeCompare('b', 'en');`,
];

const placed = [
  { name: 'kernel', file: kernelFile },
  ...ofType('domain').map(({ name, folder }) => ({ name, file: fileIn(`${folder}/src/index.ts`) })),
];
const domain = fileIn('libs/requesting/domain/src/index.ts');

for (const [rule, texts] of Object.entries(impure)) {
  describe(`a domain is refused by ${rule}`, () => {
    for (const text of texts) test(text.replaceAll('\n', ' '), () => forbids(rule, domain, text));
  });
}

describe('every pure project is fenced', () => {
  for (const { name, file } of placed) {
    for (const [rule, [text]] of Object.entries(impure)) {
      test(`${name}: ${rule}`, () => forbids(rule, file, text));
    }
  }
});

describe('what is pure passes', () => {
  for (const text of pure.slice(2)) test(text, () => allows(domain, text));
  test('a domain uses the kernel', () => allows(domain, pure[0]));
  test('the kernel uses itself', () => allows(kernelFile, pure[1]));
});

test('the kernel does not import a domain', () =>
  forbids('no-restricted-imports', kernelFile, `import { a } from '@vestigo/arms';\nexport const b = a;`));

describe('a comment does not open the fence', () => {
  for (const { name, file } of placed) {
    test(name, async () => {
      for (const comment of [
        '/* eslint-disable */',
        '// eslint-disable-next-line no-restricted-properties',
      ]) {
        await forbids('no-restricted-properties', file, `${comment}\nexport const a = Date.now();`);
      }
    });
  }
});

test('a spec of a domain may use the clock and packages', () =>
  allows(
    specIn('libs/{arms,deadlines,*/domain}/src/**/*.spec.ts'),
    `import fc from 'fast-check';\nfc.assert(fc.property(fc.integer(), (n) => n < Date.now()));`,
  ));
