import { ViewsReached } from './views-reached';

describe('how far the log may be told of', () => {
  let now = 0;
  const checkpoints = [0, 0];
  const views = new ViewsReached(
    [{ reached: () => checkpoints[0] ?? 0 }, {}, { reached: () => checkpoints[1] ?? 0 }],
    () => now,
  );

  it.each([
    { at: 0, views: [10, 10], head: 10, told: 10, caughtUp: false },
    { at: 0, views: [12, 10], head: 12, told: 10, caughtUp: false },
    { at: 500, views: [12, 11], head: 15, told: 11, caughtUp: false },
    { at: 900, views: [15, 12], head: 15, told: 12, caughtUp: false },
    // The view that stands still is waited for, but not for ever; who was told before it is told once more.
    { at: 2800, views: [15, 12], head: 16, told: 12, caughtUp: false },
    { at: 2900, views: [16, 12], head: 17, told: 15, caughtUp: false },
    { at: 2950, views: [17, 14], head: 17, told: 14, caughtUp: false },
    { at: 3000, views: [17, 17], head: 17, told: 17, caughtUp: true },
    { at: 3100, views: [17, 17], head: 17, told: 17, caughtUp: false },
  ])('is $told where views stand at $views of $head, at $at ms', (one) => {
    const { at, views: stand, head, told, caughtUp } = one;
    now = at;
    [checkpoints[0], checkpoints[1]] = [stand[0] ?? 0, stand[1] ?? 0];
    expect([views.reached(head), views.caughtUp()]).toEqual([told, caughtUp]);
  });
});
