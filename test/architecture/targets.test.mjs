import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { root, tool } from '../../infra/workspace.mjs';

test('no script of the package is taken for a target: the check would run every journey', () => {
  const words = [tool('nx'), 'show', 'project', 'workspace', '--json'];
  const { targets } = JSON.parse(execFileSync(process.execPath, words, { cwd: root, encoding: 'utf8' }));
  assert.deepEqual(Object.keys(targets).sort(), ['lint-all', 'test-all']);
});
