import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEM_CODES } from '@vestigo/http';
import { MATTER_STATUSES } from '@vestigo/lifecycle';

const root = join(__dirname, '..', '..');

/** What services say to each other of a message, and what a file of many requests is told: no problem of the API. */
const elsewhere = [
  ...['message-not-refused', 'request-id-taken', 'schema-violated', 'unknown-priority'],
  ...['wrong-channel', 'wrong-speaker', 'consent-not-asked', 'closes-parent', 'internal'],
];

const patterns = [
  /new Rejection\(\s*[\w.'-]+,\s*'([a-z-]+)'/g,
  /\bconflict\(\s*'([a-z-]+)'/g,
  /\brejected\(\s*'[a-z-]+',\s*'([a-z-]+)'/g,
  /\brefusal\(\s*asked,\s*\d+,\s*'([a-z-]+)'/g,
  /\botherwise: '([a-z-]+)'/g,
  /^ {2}\d{3}: '([a-z-]+)',$/gm,
  /\?\? '(bad-request)'/g,
];

function codesInSources(): ReadonlySet<string> {
  const files = readdirSync(join(root, 'libs'), { recursive: true, withFileTypes: true })
    .filter(({ name, parentPath }) => /(?<!spec)\.ts$/.test(name) && !/testing|adapters/.test(parentPath))
    .map(({ name, parentPath }) => readFileSync(join(parentPath, name), 'utf8'));
  const found = files.flatMap((text) =>
    patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, code = '']) => code)),
  );
  return new Set([...found, ...MATTER_STATUSES.map((status) => `already-${status}`)]);
}

test('every code that a problem can have is documented, and none that it cannot have', () => {
  const given = [...codesInSources()].filter((code) => !elsewhere.includes(code));
  expect(Object.keys(PROBLEM_CODES).toSorted()).toEqual(given.toSorted());
});
