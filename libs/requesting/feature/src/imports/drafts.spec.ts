import {
  csvLine,
  csvRows,
  headerOf,
  ITEM_COLUMNS,
  REQUEST_COLUMNS,
  rowsOf,
  textLines,
  Unreadable,
} from '@vestigo/bulk';
import { schemaOf } from '@vestigo/http';
import fc from 'fast-check';
import { SubmitRequestDto } from '../request-content.dto';
import { contentOf } from '../request-form';
import { noTrail } from '../testing/no-trail';
import { onePhotograph, photograph, wholeForm } from '../testing/sample-forms';
import { columnsIn } from './csv-columns';
import { csvDrafts } from './csv-drafts';
import type { Draft } from './draft';
import { judged } from './judge';
import { TEMPLATE } from './template';

const sender = {
  requestId: '01980000-0000-7000-8000-0000000000a1',
  requestingState: 'TTO',
  now: Date.UTC(2026, 5, 1),
  photographs: onePhotograph,
  trailOf: noTrail,
};

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(text));
}

async function draftsOf(text: string): Promise<readonly Draft[]> {
  const drafts: Draft[] = [];
  for await (const draft of csvDrafts(csvRows(textLines(bytesOf(text), 100_000)))) drafts.push(draft);
  return drafts;
}

const judgedAll = (drafts: readonly Draft[]) => Promise.all(drafts.map((draft) => judged(draft, sender)));

const faultsOf = async (text: string) =>
  (await judgedAll(await draftsOf(text))).flatMap((outcome) => ('faults' in outcome ? outcome.faults : []));

const least = {
  respondingState: 'USA',
  priority: 'ROUTINE',
  illicitGrounds: 'ILL_NATLAW',
  legalBasis: 'Act 1',
};
const row = (said: Readonly<Record<string, string>> = {}) => ({
  ...{ ...least, intendedUse: 'INVESTIGATION', acquisitionMode: 'SEIZED' },
  ...{ 'item.kind': 'ARM', 'item.type': 'REVOLVER' },
  ...said,
});

/** A file with these rows, and a column for each name in the first of them. */
function file(rows: readonly Readonly<Record<string, string>>[]): string {
  const names = Object.keys(rows[0] ?? {});
  return [names, ...rows.map((said) => names.map((name) => said[name] ?? ''))].map(csvLine).join('');
}

test('there is a column for every field that a request can have', () => {
  // Closing the parent is an act on another request: a file holds none.
  const { items, arm: _, closesParent: __, ...fields } = schemaOf(SubmitRequestDto).properties ?? {};
  const kinds = (items?.items?.oneOf ?? []).map(({ properties = {} }) => properties);
  expect(leavesOf(fields).toSorted()).toEqual([...REQUEST_COLUMNS].toSorted());
  expect([...new Set(kinds.flatMap(leavesOf))].toSorted()).toEqual([...ITEM_COLUMNS].toSorted());
});

test('what becomes of another request is not said in a file of many', async () => {
  const form = { ...wholeForm, closesParent: true };
  const draft: Draft = { key: '1', line: 1, rows: 1, form, faults: [], placeOf: () => ({ line: 1 }) };
  const remedy = 'is for a request that is sent by itself';
  expect(await judged(draft, sender)).toEqual({
    faults: [{ line: 1, pointer: '/closesParent', found: 'true or false', remedy }],
  });
});

test('a photograph that the desk does not have is told with its place', async () => {
  const missing = { ...photograph, sha256: '0'.repeat(64) };
  const form = { ...wholeForm, photographs: [photograph, missing] };
  const placeOf = (pointer: string) => ({ line: pointer.startsWith('/photographs/1') ? 7 : 1 });
  const draft: Draft = { key: '1', line: 1, rows: 1, form, faults: [], placeOf };
  const pointer = '/photographs/1/sha256';
  const remedy = expect.stringContaining('send it with POST /v1/photographs') as string;
  expect(await judged(draft, sender)).toEqual({
    faults: [{ line: 7, pointer, found: 'a text of 64 characters', remedy }],
  });
});

test('every column of the template is known', () => {
  expect(columnsIn(TEMPLATE.trim().split(','), 1).map(({ name }) => name)).toEqual(
    TEMPLATE.trim().split(','),
  );
});

test('what was exported is imported as it was, whatever its texts are', async () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((said) => said.trim() !== '');
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 9, maxLength: 9 }), async (said) => {
      const [arm, ...others] = wholeForm.items;
      const form = {
        ...wholeForm,
        legalBasis: said[0] ?? '',
        circumstances: said[1] ?? '',
        contact: { ...wholeForm.contact, unit: said[2] ?? '' },
        contexts: [],
        items: [
          { ...arm, make: said[3], model: said[4], proofMarks: said.slice(5, 8) },
          { ...arm, remarks: said[8] },
          ...others,
        ],
      };
      const checked = await judged({ ...unplaced, form: structuredClone(form) }, sender);
      if ('faults' in checked) throw new Error(JSON.stringify(checked.faults));
      const { content } = checked.command;
      const exported = {
        form: { respondingState: 'USA', ...content },
        about: { id: said[0], status: 'answered' },
        ofItem: () => ({}),
      };
      const about = ['id', 'status'];
      const csv = [headerOf(about), ...rowsOf('a', exported, about)].map(csvLine).join('');
      const outcomes = await judgedAll(await draftsOf(csv));
      expect(outcomes).toEqual([{ command: { ...checked.command, content } }]);
    }),
    { numRuns: 50 },
  );
});

const unplaced: Omit<Draft, 'form'> = { key: '', line: 1, rows: 1, faults: [], placeOf: () => ({ line: 1 }) };

test('rows that follow each other under one name are one request of several items', async () => {
  const drafts = await draftsOf(
    file([
      row({ request: 'A', 'item.make': 'Glock' }),
      { request: 'A', 'item.kind': 'ARM', 'item.type': 'SMG' },
      row({ request: '' }),
      row({ request: '' }),
    ]),
  );
  expect(drafts.map(({ line, rows, key }) => ({ line, rows, key }))).toEqual([
    { line: 2, rows: 2, key: 'request A' },
    { line: 4, rows: 1, key: 'line 4' },
    { line: 5, rows: 1, key: 'line 5' },
  ]);
  const outcomes = await judgedAll(drafts);
  expect(outcomes.map((outcome) => 'command' in outcome && outcome.command.content.items.length)).toEqual([
    2, 1, 1,
  ]);
});

test('a column for each place of a list, a place that nobody fills left out', async () => {
  const marks = {
    'item.importMarks.1.country': '',
    'item.importMarks.2.country': 'USA',
    'item.importMarks.2.year': '2019',
  };
  const [draft] = await draftsOf(file([row(marks)]));
  expect(draft && contentOf(Object.assign(new SubmitRequestDto(), draft.form)).items).toEqual([
    { number: 1, kind: 'ARM', type: 'REVOLVER', importMarks: [{ country: 'USA', year: 2019 }] },
  ]);
});

test.each([
  [
    { illicitGrounds: '' },
    {
      line: 2,
      column: 'illicitGrounds',
      pointer: '/illicitGrounds',
      found: 'nothing',
      remedy: 'must name at least one ground of ITI 6',
    },
  ],
  [
    { legalBasis: '' },
    { line: 2, column: 'legalBasis', pointer: '/legalBasis', found: 'nothing', remedy: 'is required' },
  ],
  [
    { respondingState: 'TTO' },
    {
      line: 2,
      column: 'respondingState',
      pointer: '/respondingState',
      found: 'a text of 3 characters',
      remedy: 'must be another State',
    },
  ],
  [
    { priority: 'SOON' },
    {
      line: 2,
      column: 'priority',
      pointer: '/priority',
      found: 'a text of 4 characters',
      remedy: 'must be one of ROUTINE, URGENT',
    },
  ],
  [
    { 'item.importMarks.2.year': 'AB12' },
    {
      line: 2,
      column: 'item.importMarks.2.year',
      pointer: '/items/0/importMarks/0/year',
      found: 'a text of 4 characters',
      remedy: 'must be a whole number',
    },
  ],
  [
    { 'item.caseMaterial': 'STEEL' },
    {
      line: 2,
      pointer: '/items/0',
      found: 'an object',
      remedy: 'must hold no other fields than those documented',
    },
  ],
])('%j is told by line, column and remedy', async (said, fault) => {
  expect(await faultsOf(file([row(said)]))).toContainEqual(fault);
});

test('rows of one request may not contradict each other, nor stand apart', async () => {
  const rows = [
    row({ request: 'A' }),
    row({ request: 'A', legalBasis: 'Act 2' }),
    row({ request: 'B' }),
    row({ request: 'A' }),
  ];
  expect(await faultsOf(file(rows))).toEqual([
    {
      line: 3,
      column: 'legalBasis',
      pointer: '/legalBasis',
      found: 'this row',
      remedy: 'must be empty, or say what line 2 says',
    },
    {
      line: 5,
      column: 'request',
      pointer: '',
      found: 'this row',
      remedy: 'must stand in rows that follow each other',
    },
  ]);
});

test('a row has as many cells as the first one', async () => {
  const [header = '', first = ''] = file([row()]).split('\r\n');
  expect(await faultsOf(`${header}\r\n${first},more\r\n`)).toEqual([
    { line: 2, pointer: '', found: 'this row', remedy: 'must have 8 cells, as the first row has' },
  ]);
});

test('columns are told by their place: a file without a first row shows nothing of what it says', async () => {
  const reading = draftsOf('AB1234,Legal basis,legalBasis,legalBasis\r\n');
  const error: unknown = await reading.catch((reason: unknown) => reason);
  const wanted = 'must be a column of the template, which the first row names';
  expect(error instanceof Unreadable && error.faults).toEqual([
    { line: 1, column: 'column 1', remedy: wanted },
    { line: 1, column: 'column 2', remedy: `${wanted}: legalBasis is one` },
    { line: 1, column: 'column 4', remedy: 'must not say what legalBasis says already' },
  ]);
});

/** Names of fields divided by dots; a list is one field. */
function leavesOf(fields: Readonly<Record<string, { readonly properties?: object }>>): readonly string[] {
  return Object.entries(fields).flatMap(([name, { properties }]) =>
    properties ? leavesOf({ ...properties }).map((inner) => `${name}.${inner}`) : [name],
  );
}
