import { type Built, keptPage } from './kept-page';
import type { ToWorker } from './messages';

interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

/** What a service worker has beside what a page has; the types of both do not go together. */
interface WorkerScope {
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker> & Lasting) => void): void;
}

declare const self: WorkerScope;

/** The build puts it in. */
declare const __BUILT__: Built;

const built = __BUILT__;
const family = 'vestigo-page-';
const name = `${family}${built.version}`;

const page = keptPage({
  built,
  origin: self.location.origin,
  async kept() {
    const cache = await caches.open(name);
    return {
      // What has another digest has another name: whichever page kept it, it is the same file. The page itself is not.
      match: (path) =>
        path === '/' ? cache.match(path, { ignoreVary: true }) : caches.match(path, { ignoreVary: true }),
      put: (path, answer) => cache.put(path, answer),
    };
  },
  ask: (address, init) => fetch(address, init),
  wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
});

self.addEventListener('install', (event) => {
  event.waitUntil(page.keep());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => self.clients.claim()));
});

/** The page before this one stays: a window may still show it, and ask for more of it than the exchange still has. */
async function dropOlder(): Promise<void> {
  const others = (await caches.keys()).filter((other) => other.startsWith(family) && other !== name);
  await Promise.all(others.slice(0, -1).map((other) => caches.delete(other)));
}

self.addEventListener('fetch', (event) => {
  const answer = page.answerTo(event.request);
  if (answer) event.respondWith(answer());
});

self.addEventListener('message', (event) => {
  const { data, ports } = event;
  if (data.kind === 'which') ports[0]?.postMessage(built.entry);
  if (data.kind === 'take-over') event.waitUntil(self.skipWaiting());
  if (data.kind === 'keep-too') event.waitUntil(page.keepToo(data.addresses));
});
