/** The one limit for everything that a test waits for, in milliseconds; long, as what is slow on a busy machine is no fault. */
export const patience = 30_000;

/** Milliseconds between two probes, at first and at most: who probes all the time keeps busy what it waits for. */
const intervals = { first: 5, most: 100 };

/** Probes until it no longer throws, and gives its result; after the limit, its last error. */
export async function eventually<Result>(probe: () => Result | Promise<Result>): Promise<Result> {
  const end = performance.now() + patience;
  for (let interval = intervals.first; ; interval = Math.min(interval * 1.3, intervals.most)) {
    try {
      return await probe();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
  }
}
