import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { lockFaults } from '../../infra/lock-check.mjs';
import { root } from '../../infra/workspace.mjs';

const folder = mkdtempSync(join(tmpdir(), 'vestigo-lock-'));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

const lock = () => JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

test('the lock serves every platform and names no registry', () => {
  assert.deepEqual(lockFaults(lock()), []);
});

test('a lock without the compiler for macOS is refused by name', () => {
  const damaged = lock();
  delete damaged.packages['node_modules/@swc/core-darwin-arm64'];
  const file = join(folder, 'package-lock.json');
  writeFileSync(file, JSON.stringify(damaged));
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'infra', 'lock-check.mjs'), file], {
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.match(stderr, /^node_modules\/@swc\/core: @swc\/core-darwin-arm64@\S+ has no entry$/m);
});

test('a dependency beside the package or further up counts as there', () => {
  const entry = { optionalDependencies: { b: '1.0.0' } };
  const path = 'node_modules/x/node_modules/@s/a';
  const places = [`${path}/node_modules/b`, 'node_modules/x/node_modules/b', 'node_modules/b'];
  for (const place of places) {
    assert.deepEqual(lockFaults({ packages: { [path]: entry, [place]: {} } }), []);
  }
  assert.deepEqual(lockFaults({ packages: { [path]: entry, 'node_modules/y/node_modules/b': {} } }), [
    `${path}: b@1.0.0 has no entry`,
  ]);
});

test('an address of a registry is refused', () => {
  const packages = { 'node_modules/a': { resolved: 'https://registry.example/a.tgz' } };
  assert.deepEqual(lockFaults({ packages }), [
    'node_modules/a: names the registry https://registry.example/a.tgz',
  ]);
});
