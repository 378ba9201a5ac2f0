import type { DocketLine } from './docket.projection';

/** Every line of a docket, newest first, page by page: what comes onto it meanwhile is not among them. */
export async function* everyLine<Status extends string>(
  page: (before: number | undefined) => Promise<readonly DocketLine<Status>[]>,
): AsyncGenerator<DocketLine<Status>> {
  for (let lines = await page(undefined); lines.length > 0; lines = await page(lines.at(-1)?.place)) {
    yield* lines;
  }
}
