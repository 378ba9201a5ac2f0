/**
 * What a page tells of itself, as `web-vitals` reads it: paints, shifts of the layout, and how long each press of a key or a
 * button took until its next paint (Event Timing). To be run in the page before anything else; `list` selects what must stand
 * there before anybody can work.
 */
export function watchPage(list) {
  const seen = { lcp: 0, shifts: [], interactions: new Map(), ready: undefined };
  const follow = (type, take, options = {}) =>
    new PerformanceObserver((entries) => entries.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...options,
    });
  follow('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
  follow('layout-shift', (shift) => shift.hadRecentInput || seen.shifts.push(shift));
  const press = ({ interactionId, duration }) => {
    if (interactionId === 0) return;
    seen.interactions.set(interactionId, Math.max(duration, seen.interactions.get(interactionId) ?? 0));
  };
  follow('event', press, { durationThreshold: 16 });
  follow('first-input', press);
  let stands;
  globalThis.listReady = new Promise((resolve) => (stands = resolve));
  const look = () => {
    if (!document.querySelector(list)) return requestAnimationFrame(look);
    // What is to be done before the list can be used is done before this message arrives.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      seen.ready = performance.now();
      stands();
    };
    return port2.postMessage(0);
  };
  requestAnimationFrame(look);
  globalThis.benchOf = () => ({
    ready: seen.ready,
    fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    lcp: seen.lcp,
    cls: worstSession(seen.shifts),
    interactions: [...seen.interactions.values()],
  });

  /** The largest sum of shifts that follow each other within a second, over five seconds at most. */
  function worstSession(shifts) {
    let worst = 0;
    let sum = 0;
    let [first, last] = [-Infinity, -Infinity];
    for (const { startTime, value } of shifts) {
      if (startTime - last > 1000 || startTime - first > 5000) [sum, first] = [0, startTime];
      last = startTime;
      sum += value;
      worst = Math.max(worst, sum);
    }
    return worst;
  }
}
