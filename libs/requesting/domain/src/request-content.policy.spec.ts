import * as fc from 'fast-check';
import type { Item, SerialRecord } from '@vestigo/arms';
import type { RequestContent } from './request-content';
import { faultsOfContent } from './request-content.policy';
import { content } from './testing/sample-request';

const pointersOf = (change: Partial<RequestContent>) =>
  faultsOfContent({ ...content, ...change }).map(({ pointer }) => pointer);
const serial = (change: Partial<SerialRecord>): readonly Item[] => [
  {
    number: 1,
    kind: 'PART',
    part: 'SLIDE',
    serial: { part: 'SLIDE', condition: 'INTACT', asObserved: 'AB12', ...change },
  },
];

describe('request without illicit ground or legal basis or intended use cannot be sent; without serial it can', () => {
  test.each<[Partial<RequestContent>, string]>([
    [{ illicitGrounds: [] }, '/illicitGrounds'],
    [{ legalBasis: ' ' }, '/legalBasis'],
  ])('%j', (change, pointer) => {
    expect(pointersOf(change)).toEqual([pointer]);
  });

  test.each<Item>([
    { number: 1, kind: 'ARM', type: 'UNKNOWN_SMALL' },
    { number: 1, kind: 'AMMUNITION' },
    { number: 1, kind: 'PART', part: 'OTHER' },
  ])('no mark at all: %j', (item) => {
    expect(pointersOf({ items: [item] })).toEqual([]);
  });

  test('whatever else is missing, only what ITI 17 asks for keeps it back', () => {
    const optional: readonly (keyof RequestContent)[] = [
      'reference',
      'recoveredOn',
      'circumstances',
      'contexts',
    ];
    fc.assert(
      fc.property(fc.subarray([...optional]), (missing) => {
        const full = {
          ...content,
          reference: 'A1',
          recoveredOn: '2026-03',
          circumstances: 'Found.',
          contexts: [],
        };
        const left = Object.fromEntries(
          Object.entries(full).filter(([name]) => !missing.some((one) => one === name)),
        );
        expect(faultsOfContent({ ...content, ...left })).toEqual([]);
      }),
    );
  });
});

describe('a licit arm used in a crime', () => {
  const licit = { illicitGrounds: [], licitCrime: true } as const;

  test('is outside the right to ask of the ITI', () => {
    expect(pointersOf({ ...licit, regimes: ['ITI'] })).toEqual(['/regimes']);
  });

  test('may be asked about where another instrument allows it', () => {
    expect(pointersOf({ ...licit, regimes: ['BILATERAL:TTO-USA'] })).toEqual([]);
  });
});

describe('limits on the use of the answer (ITI 15)', () => {
  test('one that cannot be kept is told with its reason', () => {
    expect(pointersOf({ cannotComplyWith: ['NO_ONWARD'] })).toEqual(['/cannotComplyReason']);
    expect(
      pointersOf({ cannotComplyWith: ['NO_ONWARD'], cannotComplyReason: 'Courts see the whole file.' }),
    ).toEqual([]);
  });

  test('none is offered and denied at once', () => {
    const limits = { restrictionsProposed: ['NO_ONWARD'], cannotComplyWith: ['NO_ONWARD'] } as const;
    expect(pointersOf({ ...limits, cannotComplyReason: 'Courts see the whole file.' })).toEqual([
      '/restrictionsProposed',
    ]);
  });
});

describe('items', () => {
  const arm = { kind: 'ARM', type: 'SMG' } as const;

  test('are numbered from 1 in their order, and there is at least one', () => {
    expect(pointersOf({ items: [] })).toEqual(['/items']);
    expect(
      pointersOf({
        items: [
          { ...arm, number: 1 },
          { ...arm, number: 3 },
        ],
      }),
    ).toEqual(['/items/1/number']);
  });

  test('have serial numbers that do not contradict themselves', () => {
    const place = (position: number) => ({ position, candidates: ['8', 'B'] });
    expect(pointersOf({ items: serial({ uncertainPositions: [place(2)] }) })).toEqual([]);
    expect(pointersOf({ items: serial({ uncertainPositions: [place(5)] }) })).toEqual([
      '/items/0/serial/uncertainPositions',
    ]);
    expect(pointersOf({ items: serial({ uncertainPositions: [place(1), place(1)] }) })).toEqual([
      '/items/0/serial/uncertainPositions',
    ]);
    expect(pointersOf({ items: serial({ restoredBy: 'ETCH' }) })).toEqual(['/items/0/serial/restoredBy']);
    expect(pointersOf({ items: serial({ restoredBy: 'ETCH', condition: 'RESTORED' }) })).toEqual([]);
    expect(
      pointersOf({
        items: [
          {
            ...arm,
            number: 1,
            partSerials: [{ part: 'BARREL', condition: 'OBLITERATED', asObserved: '1' }],
          },
        ],
      }),
    ).toEqual(['/items/0/partSerials/0/asObserved']);
  });

  test('are shown on photographs of the request, and no others', () => {
    const photograph = { sha256: 'ab', mediaType: 'image/jpeg', bytes: 9, view: 'MARK', item: 2 } as const;
    const mark = { kind: 'UNIT', text: '7', photograph: 'cd' } as const;
    expect(
      pointersOf({ photographs: [photograph], items: [{ ...arm, number: 1, otherMarks: [mark] }] }),
    ).toEqual(['/photographs/0/item', '/items/0/otherMarks/0/photograph']);
    expect(
      pointersOf({
        photographs: [{ ...photograph, item: 1, sha256: 'cd' }],
        items: [{ ...arm, number: 1, otherMarks: [mark] }],
      }),
    ).toEqual([]);
  });
});
