import * as fc from 'fast-check';
import { historyId } from '../history/history-id';
import { type PlannedDecision, planOf, type Slice } from './plan';
import type { SourceCell } from './tables';

const count = fc.oneof(fc.constant(null), fc.nat(30));
const anyCells = fc.uniqueArray(
  fc.record({
    requestingState: fc.constantFrom('AUT', 'DEU'),
    respondingState: fc.constantFrom('AUT', 'ITA', 'GRC'),
    year: fc.integer({ min: 2014, max: 2018 }),
    requests: count,
    accepted: count,
    refused: count,
  }),
  {
    selector: ({ requestingState, respondingState, year }) =>
      `${requestingState}${respondingState}${String(year)}`,
    maxLength: 12,
  },
);

const plan = (cells: readonly SourceCell[]): readonly Slice[] => [...planOf(cells)];
const yearOf = (at: number) => new Date(at).getUTCFullYear();
const monthOf = (at: number) => new Date(at).toISOString().slice(0, 7);
const inCell =
  (cell: SourceCell) =>
  (one: { readonly requestingState: string; readonly respondingState: string }, year: number) =>
    one.requestingState === cell.requestingState &&
    one.respondingState === cell.respondingState &&
    year === cell.year;

describe('the plan of a replay', () => {
  test('has every request of the tables once, in its year', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const requests = plan(cells).flatMap((slice) => slice.requests);
        expect(new Set(requests.map(({ id }) => id)).size).toBe(requests.length);
        for (const cell of cells) {
          const own = requests.filter((request) => inCell(cell)(request, yearOf(request.at)));
          expect(own).toHaveLength(cell.requests ?? 0);
        }
        expect(requests).toHaveLength(cells.reduce((sum, cell) => sum + (cell.requests ?? 0), 0));
      }),
    );
  });

  test('has every decision of the tables once, as one on a request or as one without', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const slices = plan(cells);
        const decisions = slices.flatMap((slice) => slice.decisions);
        const unmatched = slices.flatMap((slice) => slice.unmatched);
        for (const cell of cells) {
          const own = [
            ...decisions.filter(({ request, at }) => inCell(cell)(request, yearOf(at))),
            ...unmatched.filter((decision) => inCell(cell)(decision, decision.year)),
          ];
          expect([own.filter(({ accepted }) => accepted).length, own.length]).toEqual([
            cell.accepted ?? 0,
            (cell.accepted ?? 0) + (cell.refused ?? 0),
          ]);
        }
      }),
    );
  });

  test('decides on a request once, after it was sent, and never on one of a State to itself', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const sent = new Set<string>();
        const decided: PlannedDecision[] = [];
        for (const { requests, decisions } of plan(cells)) {
          for (const { id } of requests) sent.add(id);
          for (const decision of decisions) {
            expect(sent).toContain(decision.request.id);
            expect(decision.at).toBeGreaterThanOrEqual(decision.request.at);
            expect(decision.request.requestingState).not.toBe(decision.request.respondingState);
          }
          decided.push(...decisions);
        }
        expect(new Set(decided.map(({ request }) => request.id)).size).toBe(decided.length);
      }),
    );
  });

  test('decides on the oldest request that is open, so that nothing stays unmatched while one is', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const open = new Map<string, number[]>();
        for (const { requests, decisions, unmatched } of plan(cells)) {
          const pairOf = (one: { readonly requestingState: string; readonly respondingState: string }) =>
            `${one.requestingState} ${one.respondingState}`;
          for (const request of requests) {
            if (request.requestingState === request.respondingState) continue;
            open.set(pairOf(request), [...(open.get(pairOf(request)) ?? []), request.at]);
          }
          for (const { request } of decisions) expect(open.get(pairOf(request))?.shift()).toBe(request.at);
          for (const decision of unmatched) {
            const left = (open.get(pairOf(decision)) ?? []).filter((at) => yearOf(at) < decision.year);
            expect(left).toEqual([]);
          }
        }
      }),
    );
  });

  test('goes month by month, each in the order of time', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const slices = plan(cells);
        const names = slices.map(({ name }) => name);
        expect(names).toEqual([...new Set(names)].toSorted());
        for (const { name, requests, decisions } of slices) {
          for (const acts of [requests, decisions]) {
            const instants = acts.map(({ at }) => at);
            expect(instants).toEqual(instants.toSorted((one, other) => one - other));
            expect(instants.every((at) => monthOf(at) === name)).toBe(true);
          }
        }
      }),
    );
  });

  test('is the same each time, so that a run that is started again meets its own ids', () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        expect(plan(cells.map((cell) => ({ ...cell })))).toEqual(plan(cells));
      }),
    );
  });

  test('has ids that tell when the request was sent', () => {
    const [first] = plan([
      { requestingState: 'DEU', respondingState: 'ITA', year: 2015, requests: 1, accepted: 0, refused: 0 },
    ]).flatMap(({ requests }) => requests);
    const middle = (Date.UTC(2015, 0, 1) + Date.UTC(2016, 0, 1)) / 2;
    expect(first).toEqual({
      id: historyId(middle, 'DEU ITA 2015 0'),
      requestingState: 'DEU',
      respondingState: 'ITA',
      at: middle,
    });
  });

  test('of empty tables is empty', () => {
    expect(plan([])).toEqual([]);
  });
});
