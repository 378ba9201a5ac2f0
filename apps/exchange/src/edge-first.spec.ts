import { EdgeFirst } from './edge-first';

/** An edge on a thread whose time passes by hand. */
function edgeFirst() {
  const time = { now: 1000, busy: 0 };
  const edge = new EdgeFirst({ now: () => time.now, busy: () => time.busy });
  return {
    edge,
    pass(ms: number, busyShare: number) {
      time.now += ms;
      time.busy += ms * busyShare;
    },
  };
}

test('a loop goes straight on while no request arrives, however busy the loops keep the thread', () => {
  const { edge, pass } = edgeFirst();
  pass(600, 1);
  expect(edge.restAfter(50)).toBe(0);
});

test('among requests a loop gathers before its next batch', () => {
  const { edge, pass } = edgeFirst();
  pass(600, 0.8);
  edge.arrived();
  expect(edge.restAfter(10)).toBe(25);
});

test('once requests fill the thread, all loops together get a fifth of it', () => {
  const { edge, pass } = edgeFirst();
  pass(600, 1);
  edge.arrived();
  expect(edge.restAfter(10)).toBe(50);
  expect(edge.restAfter(10)).toBe(100);
  pass(40, 1);
  expect(edge.restAfter(5)).toBeCloseTo(85);
});

test('no loop rests longer than a quarter of a second', () => {
  const { edge, pass } = edgeFirst();
  pass(600, 1);
  edge.arrived();
  expect(edge.restAfter(10_000)).toBe(250);
});

test('when the rush is over, what the loops owe is forgotten', () => {
  const { edge, pass } = edgeFirst();
  pass(600, 1);
  edge.arrived();
  edge.restAfter(100);
  pass(600, 0.3);
  expect(edge.restAfter(10)).toBe(0);
  edge.arrived();
  expect(edge.restAfter(10)).toBe(25);
});

test('two loops that are ready at once take turns of the event loop, so that requests are served between them', async () => {
  const { edge } = edgeFirst();
  let turn = 0;
  let counting: NodeJS.Immediate | undefined;
  const count = () => {
    turn += 1;
    counting = setImmediate(count);
  };
  count();
  const turns = await Promise.all([1, 2, 3].map(() => edge.breathe(0).then(() => turn)));
  clearImmediate(counting);
  expect(new Set(turns).size).toBe(3);
});
