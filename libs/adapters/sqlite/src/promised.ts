/** The result of synchronous work as a port promises it: what it throws is a rejection. */
export function promised<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  return new Promise((resolve) => {
    resolve(work());
  });
}
