import { watched } from '../data/watched';
import { fetchAllMessages } from '../language/load-messages';
import { speech } from '../language/speech';
import type { ToWorker } from './messages';

/** Loads the newer page that is ready, when there is one. */
export const newerPage = watched<(() => void) | undefined>(undefined);

/** Milliseconds between two looks for a newer page, which a window may outlive by days. */
const lookMs = 3_600_000;

/** Milliseconds that the newer worker has to take over: it may have done so for another window, or wait for it. The page is there without it. */
const takeOverMs = 2000;

/** Milliseconds after the start: the first screen has the link for itself. */
const afterStartMs = 3000;

/** Has the page kept on this device, so that it opens without a link. */
export function keepOnDevice(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  setTimeout(() => void register(navigator.serviceWorker).catch(() => undefined), afterStartMs);
}

async function register(workers: ServiceWorkerContainer): Promise<void> {
  const registration = await workers.register('/service-worker.js', { updateViaCache: 'none' });
  const offerWaiting = () => {
    if (registration.waiting && workers.controller) void offer(registration.waiting, workers);
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offerWaiting);
  });
  offerWaiting();
  setInterval(() => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
  }, lookMs);
  const { active } = await workers.ready;
  await fetchAllMessages(speech.get().language);
  const addresses = performance.getEntriesByType('resource').map(({ name }) => name);
  if (active) tell(active, { kind: 'keep-too', addresses });
}

/** One that keeps the very page that is shown takes over in silence. */
async function offer(worker: ServiceWorker, workers: ServiceWorkerContainer): Promise<void> {
  const shown = document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? '';
  const { port1, port2 } = new MessageChannel();
  const entry = new Promise<string>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
  });
  tell(worker, { kind: 'which' }, [port2]);
  if (shown.endsWith(await entry)) {
    tell(worker, { kind: 'take-over' });
    return;
  }
  newerPage.set(() => {
    workers.addEventListener('controllerchange', () => location.reload(), { once: true });
    setTimeout(() => location.reload(), takeOverMs);
    tell(worker, { kind: 'take-over' });
  });
}

function tell(worker: ServiceWorker, said: ToWorker, ports: MessagePort[] = []): void {
  worker.postMessage(said, ports);
}
