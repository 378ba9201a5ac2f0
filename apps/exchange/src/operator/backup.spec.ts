import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { openIssuer } from '@vestigo/identity';
import type { ClockFacts, RecordedEvent } from '@vestigo/kernel';
import { sampleEvent } from '@vestigo/kernel/testing';
import { UnusableFolder } from '@vestigo/service';
import { openExchange } from '../exchange';
import { verifyBackup } from './rebuild';
import { restoreBackup } from './restore-backup';
import { takeBackup } from './take-backup';
import { UnusableBackup } from './unusable-backup';

const scratch = mkdtempSync(join(tmpdir(), 'vestigo-backup-'));
const now = new Date('2026-03-02T17:00:00.500Z');
let folders = 0;
const newPath = () => join(scratch, `folder ${(folders += 1)}`);

afterAll(() => rmSync(scratch, { recursive: true }));

const clock = (requestId: string): ClockFacts => ({
  requestId,
  requestingState: 'JAM',
  respondingState: 'USA',
  code: '',
  imported: false,
});

/** Appends an event for each number, to the stream of that number. */
async function write(data: string, cases: readonly number[]): Promise<void> {
  const { log, transport, close } = openExchange({ data });
  const lengths = new Map<number, number>();
  for (const one of cases) {
    const version = lengths.get(one) ?? 0;
    const event = sampleEvent({
      type: ['CaseAcknowledged', 'CaseAnswered', 'Unheard'][version] ?? 'CaseNoted',
      clock: { ...clock(`case ${one}`), code: 'FULL' },
    });
    await log.store.append(`traceCase-${one}`, version, [event]);
    await transport.publish('replies', [{ id: event.id, key: String(one), body: '{}' }]);
    lengths.set(one, version + 1);
  }
  await close();
}

async function eventsIn(data: string): Promise<readonly RecordedEvent[]> {
  const { log, close } = openExchange({ data });
  const { events } = await log.store.readAll({ after: 0, limit: 10_000 });
  await close();
  return events;
}

const someCases = fc.array(fc.nat(6), { maxLength: 40 });

test('whatever the log holds, its backup is good, and a folder restored from it holds the same', async () => {
  await fc.assert(
    fc.asyncProperty(someCases, async (cases) => {
      const [data, restored] = [newPath(), newPath()];
      await write(data, cases);
      const backup = await takeBackup({ data, to: newPath(), now });
      const seen = await verifyBackup(backup);
      expect(seen.manifest.log.events).toBe(cases.length);
      expect(await restoreBackup(backup, restored)).toEqual(seen);
      expect(await eventsIn(restored)).toEqual(await eventsIn(data));
    }),
    { numRuns: 12 },
  );
});

describe('photographs', () => {
  const bytes = 'a photograph';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const whole = `JAM/${sha256.slice(0, 2)}/${sha256}`;
  const part = `USA/incoming/${sha256}.JAM.3/0`;

  function put(pictures: string, files: Readonly<Record<string, string>>): void {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(pictures, name, '..'), { recursive: true });
      writeFileSync(join(pictures, name), text);
    }
  }

  function filesIn(pictures: string): Readonly<Record<string, string>> {
    const entries = readdirSync(pictures, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return Object.fromEntries(
      files.map(({ parentPath, name }) => {
        const file = join(parentPath, name);
        return [relative(pictures, file), readFileSync(file, 'utf8')];
      }),
    );
  }

  test('are in a backup, and parts of those on their way, but nothing half written', async () => {
    const [data, restored] = [newPath(), newPath()];
    await write(data, [1]);
    put(join(data, 'photographs'), { [whole]: bytes, [part]: 'a phot', [`${whole}.x.draft`]: 'a ph' });
    const backup = await takeBackup({ data, to: newPath(), now });
    const { photographs } = await restoreBackup(backup, restored);
    expect(photographs).toEqual({ files: 2, bytes: 18, damaged: [] });
    expect(filesIn(join(restored, 'photographs'))).toEqual({ [whole]: bytes, [part]: 'a phot' });
    writeFileSync(join(backup, 'photographs', whole), 'A photograph');
    await expect(verifyBackup(backup)).rejects.toThrow('is damaged');
  });

  test('that lie in another folder are in it as well', async () => {
    const [data, photographs, restored] = [newPath(), newPath(), newPath()];
    await write(data, [1]);
    put(photographs, { [whole]: bytes });
    const env = { VESTIGO_PHOTOGRAPHS: photographs };
    await restoreBackup(await takeBackup({ data, env, to: newPath(), now }), restored);
    expect(filesIn(join(restored, 'photographs'))).toEqual({ [whole]: bytes });
  });

  test('that were damaged before are named, and keep nothing else from being restored', async () => {
    const data = newPath();
    await write(data, [1]);
    put(join(data, 'photographs'), { [whole]: 'a photocraph' });
    const { photographs } = await verifyBackup(await takeBackup({ data, to: newPath(), now }));
    expect(photographs.damaged).toEqual([`photographs/${whole}`]);
  });
});

describe('a backup', () => {
  const data = newPath();
  const to = newPath();
  let backup: string;

  beforeAll(async () => {
    await write(data, [1, 2, 1, 3, 1]);
    await openIssuer(data);
    backup = await takeBackup({ data, to, now });
  });

  it('stands in a folder named after its instant, readable by its owner alone', () => {
    expect(backup).toBe(join(to, '2026-03-02T17-00-00Z'));
    expect(readdirSync(backup).sort()).toEqual([
      'issuer.jwk.json',
      'log.db',
      'manifest.json',
      'transport.db',
    ]);
    const modes = [backup, ...readdirSync(backup).map((name) => join(backup, name))].map(
      (path) => statSync(path).mode & 0o077,
    );
    expect(modes).toEqual([0, 0, 0, 0, 0]);
  });

  it('says what it holds, and is not changed by being looked at', async () => {
    const before = readdirSync(backup).map((name) => readFileSync(join(backup, name)));
    const { manifest, pairs, total } = await verifyBackup(backup);
    expect({
      ...manifest,
      log: { ...manifest.log, digest: '' },
      files: manifest.files.map(({ name }) => name),
    }).toEqual({
      format: 1,
      software: '0.1.0',
      takenAt: '2026-03-02T17:00:00.500Z',
      log: { head: 5, events: 5, streams: 3, digest: '' },
      files: ['issuer.jwk.json', 'transport.db', 'log.db'],
    });
    expect([pairs, total]).toEqual([1, { received: 0, answered: 1, refused: 0 }]);
    expect(readdirSync(backup).map((name) => readFileSync(join(backup, name)))).toEqual(before);
  });

  it('is refused when any byte of any of its files has changed', async () => {
    const sizes = readdirSync(backup).map((name) => [name, statSync(join(backup, name)).size] as const);
    const anyByte = fc
      .constantFrom(...sizes)
      .chain(([name, size]) => fc.tuple(fc.constant(name), fc.nat(size - 1)));
    await fc.assert(
      fc.asyncProperty(anyByte, fc.integer({ min: 1, max: 255 }), async ([name, place], flip) => {
        const file = join(backup, name);
        const written = readFileSync(file);
        const bytes = Buffer.from(written);
        bytes[place] = (bytes[place] ?? 0) ^ flip;
        writeFileSync(file, bytes);
        const verdict = await verifyBackup(backup).catch((error: unknown) => error);
        writeFileSync(file, written);
        expect(verdict).toBeInstanceOf(UnusableBackup);
      }),
      { numRuns: 25 },
    );
    await verifyBackup(backup);
  });

  it('is refused when a file is missing', async () => {
    const file = join(backup, 'transport.db');
    const written = readFileSync(file);
    rmSync(file);
    await expect(verifyBackup(backup)).rejects.toThrow(`${file} is missing. Use another backup.`);
    writeFileSync(file, written);
  });

  it('is not written over', async () => {
    await expect(takeBackup({ data, to, now })).rejects.toThrow(
      `${backup} is there already. Take the next backup a second later.`,
    );
  });

  it('never lies in the data folder, by whatever name', async () => {
    const link = newPath();
    symlinkSync(data, link);
    for (const inside of [data, join(data, 'backups'), join(link, 'backups')]) {
      await expect(takeBackup({ data, to: inside, now })).rejects.toThrow(
        `${inside} lies in the data folder. Name a folder elsewhere, best on another disk.`,
      );
    }
  });

  it('is taken only of the data folder of an exchange', async () => {
    const other = newPath();
    const refused = `${other} holds no log of an exchange. Name its data folder in VESTIGO_DATA.`;
    await expect(takeBackup({ data: other, to, now })).rejects.toThrow(refused);
    mkdirSync(other);
    writeFileSync(join(other, 'log.db'), 'no database');
    const elsewhere = newPath();
    await expect(takeBackup({ data: other, to: elsewhere, now })).rejects.toThrow(
      `${join(other, 'log.db')} is no database of an exchange, or a damaged one.`,
    );
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('is restored with the views folded and nothing published yet', async () => {
    const restored = newPath();
    await restoreBackup(backup, restored);
    expect(readdirSync(restored).sort()).toEqual(['issuer.jwk.json', 'log.db', 'transport.db', 'views.db']);
    const { loops, close } = openExchange({ data: restored });
    const behind = Object.fromEntries(
      await Promise.all(loops.map(async (loop) => [loop.name, await loop.behind()] as const)),
    );
    await close();
    expect(behind).toMatchObject({ 'request-clock': 0, case_list: 0, 'participant-list': 0 });
    expect(behind).toMatchObject({ 'publish requesting': 0, 'publish responding': 5 });
  });

  it('is not restored over anything', async () => {
    const occupied = newPath();
    mkdirSync(occupied);
    writeFileSync(join(occupied, 'letter'), '');
    await expect(restoreBackup(backup, occupied)).rejects.toThrow(
      `${occupied} is not empty, and nothing in it is written over. Move it away (mv ${occupied} ${occupied}-before)`,
    );
    const exchange = openExchange({ data: newPath() });
    await expect(restoreBackup(backup, exchange.data)).rejects.toThrow(UnusableFolder);
    await exchange.close();
  });

  it('leaves nothing behind when it cannot be restored', async () => {
    const parent = newPath();
    await expect(restoreBackup(to, join(parent, 'data'))).rejects.toThrow(`${to} is no backup`);
    expect(readdirSync(parent)).toEqual([]);
  });
});
