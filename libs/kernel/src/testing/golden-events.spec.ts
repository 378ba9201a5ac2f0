import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Upcast } from '../current-forms';
import type { DomainEvent } from '../event';
import { type GoldenEvents, goldenFaults } from './golden-events';

type Found = DomainEvent<'WeaponFound', { readonly serials: readonly string[] }>;

const found = (data: object): DomainEvent => ({ type: 'WeaponFound', occurredAt: 5, clock: null, data });
const serialsV2 = ({ serial }: { readonly serial: string }) => ({ serials: [serial] });

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
  write('WeaponFound.v1', found({ serial: 'A1' }));
  write('WeaponFound.v2', found({ serials: ['A1'] }));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, event: DomainEvent): void {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(event));
}

const faults = (change: Partial<GoldenEvents<number, Found>> = {}) =>
  goldenFaults<number, Found>({
    folder,
    decider: {
      category: 'register',
      initial: 0,
      evolve: (count, { data }) => count + data.serials.length,
    },
    forms: formsOf(serialsV2),
    types: { WeaponFound: true },
    written: [],
    ...change,
  });
const formsOf = (...upcasts: readonly Upcast[]) => ({ upcasts: new Map([['WeaponFound', upcasts]]) });

describe('golden files', () => {
  test('of all versions, each of which is read, are as they should be', () => {
    expect(faults()).toEqual([]);
  });

  test('lack that of a version that was added', () => {
    expect(faults({ forms: formsOf(serialsV2, (data) => data) })).toEqual([
      'WeaponFound.v3.json is missing',
      'WeaponFound.v1.json has no WeaponFound.v3.json to be held against',
      'WeaponFound.v2.json has no WeaponFound.v3.json to be held against',
    ]);
  });

  test('are no more than there are events', () => {
    write('WeaponLost.v1', found({}));
    expect(faults()).toEqual(['WeaponLost.v1.json is of no event that is known here']);
  });

  test('of an old version need their upcaster', () => {
    expect(faults({ forms: formsOf((data) => data) })).toEqual([
      expect.stringContaining('WeaponFound.v1.json cannot be read: TypeError'),
    ]);
  });

  test('of one version may be several, each of which is read', () => {
    write('WeaponFound.v2.with-marks', found({ serials: ['A1'], marks: ['N'] }));
    write('WeaponFound.v1.as-first-written', found({ serial: 'A1' }));
    const written = [{ ...found({}), type: 'WeaponFound', data: { serials: ['A1'], marks: ['N'] } }] as const;
    expect(faults({ written })).toEqual([]);
    write('WeaponFound.v2.unreadable', found({ marks: ['N'] }));
    write('WeaponLost.v1.as-first-written', found({}));
    expect(faults()).toEqual([
      'WeaponLost.v1.as-first-written.json is of no event that is known here',
      expect.stringContaining('WeaponFound.v2.unreadable.json cannot be read: TypeError'),
    ]);
  });

  test('show a form that has changed without a new version', () => {
    const written = [{ ...found({}), type: 'WeaponFound', data: { serials: ['A1'], marks: ['N'] } }] as const;
    expect(faults({ written })).toEqual([
      'WeaponFound as it is written now has marks[]: string, unlike WeaponFound.v2.json',
    ]);
  });

  test('hold the event that their name says', () => {
    write('WeaponFound.v2', { ...found({ serials: ['A1'] }), type: 'WeaponLost' });
    expect(faults()).toEqual(['WeaponFound.v2.json holds WeaponLost']);
  });
});
