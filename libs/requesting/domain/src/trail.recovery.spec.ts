import * as fc from 'fast-check';
import { followOnOf } from './follow-on';
import type { Hop } from './hop';
import { statesToAsk } from './owed-acts';
import { leadsTo, rejectionOf, type SampleDesk, sampleDesk } from './testing/sample-desk';
import { trailsOf } from './trail';
import { arm, content } from './testing/sample-trail';

/** Where an arm went: each State but the first got it from one that had it before. */
type SupplyChain = readonly { readonly state: string; readonly from: string | null }[];

const codes = ['USA', 'COL', 'BRA', 'DEU', 'AUT', 'ITA', 'GHA', 'KEN'] as const;

const anyChain: fc.Arbitrary<SupplyChain> = fc
  .tuple(fc.integer({ min: 2, max: 8 }), fc.shuffledSubarray([...codes], { minLength: 8 }))
  .chain(([length, states]) =>
    fc.tuple(...states.slice(1, length).map((_, index) => fc.integer({ min: 0, max: index }))).map((froms) =>
      states.slice(0, length).map((state, index) => ({
        state,
        from: index === 0 ? null : (states[froms[index - 1] ?? 0] ?? null),
      })),
    ),
  );

const recipients = (chain: SupplyChain, state: string) =>
  chain.filter(({ from }) => from === state).map((link) => link.state);

/** Every State asked says where the arm went from there; the desk asks whom it is told to, until nobody is left. */
function follow(desk: SampleDesk, chains: readonly SupplyChain[]): string {
  const [first] = chains.map((chain) => chain[0]?.state ?? '');
  const root = desk.send(first ?? '', content(chains.map((_, index) => arm(index + 1))));
  answer(
    root,
    chains.map((chain, index) => [index + 1, chain] as const),
  );
  for (let open = next(); open; open = next()) {
    const { hop, state, chain } = open;
    answer(desk.send(state, followOnOf(hop, state, desk.writing())), [[1, chain]]);
  }
  return root;

  function next() {
    for (const { hops: trail } of trailsOf(root, desk.kept())) {
      for (const hop of trail) {
        const [state] = statesToAsk(hop, trail);
        const chain = chains[trail[0].item - 1];
        if (state !== undefined && chain) return { hop, state, chain };
      }
    }
    return undefined;
  }

  function answer(requestId: string, items: readonly (readonly [number, SupplyChain])[]): void {
    const asked = desk.kept().find(({ request }) => request.parties.requestId === requestId);
    const state = asked?.request.parties.respondingState ?? '';
    desk.hear(requestId, ...items.flatMap(([item, chain]) => leadsTo(item, ...recipients(chain, state))));
  }
}

/** What the trail says of where the arm went. */
function recovered(desk: SampleDesk, root: string): readonly SupplyChain[] {
  return trailsOf(root, desk.kept()).map(({ hops }) =>
    hops.map(({ request, follows }) => ({
      state: request.parties.respondingState,
      from:
        hops.find(({ requestId, item }) => requestId === follows?.requestId && item === follows.item)?.request
          .parties.respondingState ?? null,
    })),
  );
}

const inOrder = (chain: SupplyChain) => chain.toSorted((one, other) => one.state.localeCompare(other.state));

describe('a supply chain of two to eight States, with its branches', () => {
  test('is recovered exactly from what each State answers', () => {
    fc.assert(
      fc.property(anyChain, (chain) => {
        const desk = sampleDesk('JAM');
        const [trail = []] = recovered(desk, follow(desk, [chain]));
        expect(inOrder(trail)).toEqual(inOrder(chain));
      }),
      { numRuns: 200 },
    );
  });

  test('is told apart from those of other arms in the same request', () => {
    fc.assert(
      fc.property(anyChain, anyChain, (one, other) => {
        const first = one[0]?.state ?? '';
        const swapped = other.map(({ state, from }) => ({ state: swap(state), from: from && swap(from) }));
        const desk = sampleDesk('JAM');
        const root = follow(desk, [one, swapped]);
        expect(recovered(desk, root).map(inOrder)).toEqual([one, swapped].map(inOrder));

        /** Both arms are asked about in the same State first. */
        function swap(state: string): string {
          if (state === other[0]?.state) return first;
          return state === first ? (other[0]?.state ?? '') : state;
        }
      }),
      { numRuns: 100 },
    );
  });

  test('is the same from whichever of its requests it is looked at', () => {
    fc.assert(
      fc.property(anyChain, (chain) => {
        const desk = sampleDesk('JAM');
        const root = follow(desk, [chain]);
        const from = desk.kept().map(({ request }) => trailsOf(request.parties.requestId, desk.kept()));
        expect(new Set(from.map((trails) => JSON.stringify(trails)))).toEqual(
          new Set([JSON.stringify(trailsOf(root, desk.kept()))]),
        );
      }),
      { numRuns: 50 },
    );
  });

  test('is followed to each State once: whoever would ask again is told in which hop it was asked', () => {
    fc.assert(
      fc.property(anyChain, fc.nat(), fc.nat(), (chain, one, other) => {
        const desk = sampleDesk('JAM');
        const root = follow(desk, [chain]);
        const hops: readonly Hop[] = trailsOf(root, desk.kept())[0]?.hops ?? [];
        const parent = hops[one % hops.length];
        const asked = hops[other % hops.length];
        if (!parent || !asked) throw new Error('no hop');
        const { respondingState } = asked.request.parties;
        const send = () => desk.send(respondingState, followOnOf(parent, respondingState, desk.writing()));
        expect(rejectionOf(send)).toEqual([
          'already-asked-on-trail',
          `${respondingState} was asked in hop ${String(hops.indexOf(asked) + 1)}, request ${asked.requestId}`,
        ]);
      }),
      { numRuns: 100 },
    );
  });
});
