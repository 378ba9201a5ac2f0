/** The one limit for everything that a test waits for, in milliseconds; long, as what is slow on a busy machine is no fault. */
export const patience = 30_000;

const interval = 5;

/** Probes until it no longer throws, and gives its result; after the limit, its last error. */
export async function eventually<Result>(probe: () => Result | Promise<Result>): Promise<Result> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return await probe();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, interval));
    }
  }
}
