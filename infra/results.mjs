import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const nothing = { passed: 0, failed: 0, skipped: 0 };

/** Sums what jest (*.json) and node --test (*.tap) left in a folder. */
export function tally(folder) {
  return readdirSync(folder)
    .map((file) => countsOf(file, readFileSync(join(folder, file), 'utf8')))
    .reduce(add, nothing);
}

function countsOf(file, text) {
  if (file.endsWith('.json')) return jestCounts(JSON.parse(text));
  if (file.endsWith('.tap')) return tapCounts(text);
  return nothing;
}

/** A suite that does not compile holds no tests, yet it failed. */
function jestCounts(result) {
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

function tapCounts(text) {
  const count = (name) => Number(text.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
  return {
    passed: count('pass'),
    failed: count('fail') + count('cancelled'),
    skipped: count('skipped') + count('todo'),
  };
}

function add(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/** `12 passed, 0 failed, 1 skipped`: the line that readers of a log look for. */
export function countingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
