import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { chooseNode, nodeArgs } from '../../infra/runtime.mjs';
import { root } from '../../infra/workspace.mjs';

test('on few cores V8 is given one helper, by a flag that Node knows; on many it is left alone', () => {
  assert.deepEqual(nodeArgs(4), []);
  assert.equal(nodeArgs(2).length, 1);
  const { status, stderr } = spawnSync(chooseNode(root), [...nodeArgs(2), '--eval', '0'], {
    encoding: 'utf8',
  });
  assert.deepEqual([status, stderr], [0, '']);
});
