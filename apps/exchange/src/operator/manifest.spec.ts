import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Manifest, readManifest, writeManifest } from './manifest';
import { UnusableBackup } from './unusable-backup';

const folder = mkdtempSync(join(tmpdir(), 'vestigo-manifest-'));
const file = join(folder, 'manifest.json');
const sha256 = 'a'.repeat(64);

const manifest: Manifest = {
  format: 1,
  software: '0.1.0',
  takenAt: '2026-03-02T17:00:00.000Z',
  log: { head: 7, events: 6, streams: 2, digest: 'b'.repeat(64) },
  files: [
    { name: 'transport.db', bytes: 16384, sha256 },
    { name: 'log.db', bytes: 32768, sha256 },
  ],
};

beforeAll(() => writeManifest(folder, manifest));
afterAll(() => rmSync(folder, { recursive: true }));

test('a manifest is read as it was written', () => {
  expect(readManifest(folder)).toEqual(manifest);
});

test('any byte of it that changes is noticed', () => {
  const written = readFileSync(file);
  fc.assert(
    fc.property(fc.nat(written.length - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
      const bytes = Buffer.from(written);
      bytes[place] = (bytes[place] ?? 0) ^ flip;
      writeFileSync(file, bytes);
      expect(() => readManifest(folder)).toThrow(UnusableBackup);
    }),
  );
  writeFileSync(file, written);
});

test('a manifest of a later format is not guessed at', () => {
  const later = mkdtempSync(join(folder, 'later-'));
  writeFileSync(join(later, 'manifest.json'), JSON.stringify({ format: 2, parts: [] }));
  expect(() => readManifest(later)).toThrow(
    `${later} is a backup of format 2; this version reads format 1. Use the version that wrote it.`,
  );
});

test('a folder that is not there, or has no manifest, is refused in plain words', () => {
  const [missing, other] = [join(folder, 'missing'), mkdtempSync(join(folder, 'other-'))];
  expect(() => readManifest(missing)).toThrow(`There is no folder ${missing}.`);
  expect(() => readManifest(other)).toThrow(
    `${other} is no backup: it has no manifest.json. A backup that was cut short has none either; use another one.`,
  );
});
