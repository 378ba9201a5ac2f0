import { setFlagsFromString } from 'node:v8';

/**
 * Makes V8 begin all objects in the young generation. Left to itself it puts those of a place in the code straight into the old one once most
 * of them have outlived a collection there, as they do when many requests are under way at once, and hardly ever changes its mind: what such an
 * object refers to then grows old as well, up to whole requests, and each collection lasts as long as moving them takes
 * (docs/performance.md). Holds for all threads of the process, from here on.
 */
export function beginYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
