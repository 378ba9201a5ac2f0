import { watchPage } from './watch-page.mjs';

/** Milliseconds that a screen may take on the poorest link, and then until its largest paint is settled. */
const patience = 120_000;
const settling = 500;

/** A device that has never been at the page. */
export async function newDevice(browser, { address, token, list }) {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(patience);
  if (token !== undefined) {
    await context.addInitScript(`sessionStorage.setItem('vestigo.token', ${JSON.stringify(token)})`);
  }
  await context.addInitScript(`(${watchPage})(${JSON.stringify(list)})`);
  return context;
}

/** Opens a screen as somebody who comes by its address, and gives what the page and the network tell of it. */
export async function visit(context, path) {
  const page = await context.newPage();
  const traffic = await trafficOf(page);
  await page.goto(path, { waitUntil: 'commit' });
  await page.evaluate('listReady');
  await page.waitForTimeout(settling);
  while (!(await page.evaluate('benchOf().fcp > 0 && benchOf().lcp > 0')))
    await page.waitForTimeout(settling);
  const told = await page.evaluate('benchOf()');
  return { page, told: { ...told, ...traffic() } };
}

/**
 * What went over the wire for a page, in bodies as they are sent: files of the page and answers of the API. What its service worker
 * keeps afterwards is no part of it.
 */
async function trafficOf(page) {
  const session = await page.context().newCDPSession(page);
  const asked = new Map();
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (response.fromServiceWorker || response.fromDiskCache) return;
    const isAnswer = new URL(response.url).pathname.startsWith('/v1/');
    asked.set(requestId, { kind: isAnswer ? 'answer' : type, bytes: 0 });
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const found = asked.get(requestId);
    if (found) found.bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  const kilobytesOf = (isMeant) =>
    [...asked.values()].filter(({ kind }) => isMeant(kind)).reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
  return () => ({
    kb: kilobytesOf((kind) => kind !== 'answer'),
    scriptKb: kilobytesOf((kind) => kind === 'Script'),
    answersKb: kilobytesOf((kind) => kind === 'answer'),
    requests: asked.size,
  });
}

/** Until the service worker keeps the page whole: from then on a visit does not need the link for it. */
export async function keptOnDevice(page) {
  await page.evaluate(async () => {
    const isKept = async () => {
      if (!navigator.serviceWorker.controller || !(await caches.match('/'))) return false;
      const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      const assets = loaded.filter((path) => path.startsWith('/assets/'));
      const kept = await Promise.all(assets.map((path) => caches.match(path, { ignoreVary: true })));
      return kept.every((one) => one !== undefined);
    };
    while (!(await isKept())) await new Promise((later) => setTimeout(later, 100));
  });
}
