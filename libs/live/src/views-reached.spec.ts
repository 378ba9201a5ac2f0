import { ViewsReached } from './views-reached';

describe('how far the log may be told of', () => {
  let now = 0;
  const checkpoints = [0, 0];
  const views = new ViewsReached(
    [{ reached: () => checkpoints[0] ?? 0 }, {}, { reached: () => checkpoints[1] ?? 0 }],
    () => now,
  );

  it.each([
    { at: 0, views: [10, 10], head: 10, told: 10 },
    { at: 0, views: [12, 10], head: 12, told: 10 },
    { at: 500, views: [12, 11], head: 15, told: 11 },
    { at: 900, views: [15, 12], head: 15, told: 12 },
    // The view that stands still is waited for, but not for ever.
    { at: 2800, views: [15, 12], head: 16, told: 12 },
    { at: 2900, views: [16, 12], head: 17, told: 15 },
    { at: 3000, views: [17, 17], head: 17, told: 17 },
  ])('is $told where views stand at $views of $head, at $at ms', ({ at, views: stand, head, told }) => {
    now = at;
    [checkpoints[0], checkpoints[1]] = [stand[0] ?? 0, stand[1] ?? 0];
    expect(views.reached(head)).toBe(told);
  });
});
