import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { countingLine, tally } from '../../infra/results.mjs';

const folder = mkdtempSync(join(tmpdir(), 'vestigo-results-'));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

const jest = (passed, failed, broken, pending) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numRuntimeErrorTestSuites: broken,
    numPendingTests: pending,
    numTodoTests: 0,
  });

test('the counts of all runners are added, and a suite that does not compile has failed', () => {
  writeFileSync(join(folder, 'kernel.json'), jest(10, 1, 0, 2));
  writeFileSync(join(folder, 'arms.json'), jest(5, 0, 1, 0));
  writeFileSync(
    join(folder, 'fences.tap'),
    ['ok 1 - x', '# tests 9', '# pass 7', '# fail 1', '# cancelled 1', '# skipped 0', '# todo 0'].join('\n'),
  );
  assert.deepEqual(tally(folder), { passed: 22, failed: 4, skipped: 2 });
});

test('the counting line names skipped tests only when there are some', () => {
  assert.equal(countingLine({ passed: 3, failed: 0, skipped: 0 }), '3 passed, 0 failed');
  assert.equal(countingLine({ passed: 3, failed: 1, skipped: 2 }), '3 passed, 1 failed, 2 skipped');
});
