/** Milliseconds for which a thread may hold its core. */
const held = 1;
/** Milliseconds; whatever is asked for, Linux takes a tenth of one at least. */
const pause = 0.001;

/**
 * A function to be called often by work that can wait: about once a millisecond it lets go of the core. Without, Linux lets a thread run on
 * for up to 4 ms once it has begun, whatever its priority, while one that answers a desk waits behind it. On Linux alone: other systems may take
 * such a pause for far longer.
 */
export function shortPauses(platform = process.platform): (() => void) | undefined {
  if (platform !== 'linux') return undefined;
  const nobodyRings = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  let since = performance.now();
  return () => {
    if (performance.now() - since < held) return;
    Atomics.wait(nobodyRings, 0, 0, pause);
    since = performance.now();
  };
}
