import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { firstScripts } from '../../infra/lint/first-node.mjs';
import { root } from '../../infra/workspace.mjs';
import { allows, forbids } from './probe.mjs';

const textOf = (file) => readFileSync(join(root, file), 'utf8');

const importsOf = (file) =>
  [...textOf(file).matchAll(/^import [^;]*?from '([^']+)';/gm)].map(([, name]) => name);

test('what run.mjs imports before the packages are there is on the list, and is no package', () => {
  const reached = new Set(['infra/run.mjs']);
  for (const file of reached) {
    for (const name of importsOf(file)) {
      if (name.startsWith('./')) reached.add(`infra/${name.slice(2)}`);
      else assert.match(name, /^node:/, `${file} imports ${name}, which npm has not brought yet`);
    }
  }
  assert.deepEqual([...reached].sort(), [...firstScripts].sort());
});

test('the first scripts keep to what Node 20.11 has', async () => {
  for (const file of firstScripts) await allows(file, textOf(file).trimEnd());
});

test('a builtin of a later Node is turned down in a first script', async () => {
  const later = ["import { globSync } from 'node:fs';", "globSync('*');"].join('\n');
  await forbids('n/no-unsupported-features/node-builtins', 'infra/run.mjs', later);
  await forbids('n/no-unsupported-features/es-syntax', 'infra/run.mjs', 'Promise.withResolvers();');
});
