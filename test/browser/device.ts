import type { Page } from 'playwright-core';

// Scripts of the page, as text: the types of a browser do not reach the tests.

const opened = `
  const open = indexedDB.open('vestigo');
  const database = await new Promise((resolve) => (open.onsuccess = () => resolve(open.result)));`;

/** Has whoever opens a page from now on be signed in by this token. */
export async function hold(page: Page, token: string): Promise<void> {
  await page.addInitScript(`sessionStorage.setItem('vestigo.token', ${JSON.stringify(token)})`);
}

/** Until something that names this matter was read and kept. */
export async function reads(page: Page, id: string, timeout = 60_000): Promise<void> {
  await until(
    page,
    `${opened}
    const all = database.transaction('cache').objectStore('cache').getAll();
    const kept = await new Promise((resolve) => (all.onsuccess = () => resolve(all.result)));
    database.close();
    return JSON.stringify(kept).includes(${JSON.stringify(id)});`,
    timeout,
  );
}

/** Until the service worker has the page whole, and all that was loaded beside. */
export async function keptOnDevice(page: Page): Promise<void> {
  await until(
    page,
    `if (!navigator.serviceWorker.controller || !(await caches.match('/'))) return false;
    const loaded = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/assets/'));
    const kept = await Promise.all(loaded.map(({ name }) => caches.match(new URL(name).pathname, { ignoreVary: true })));
    return kept.every((one) => one !== undefined);`,
    120_000,
  );
}

async function until(page: Page, script: string, timeout: number): Promise<void> {
  for (const end = performance.now() + timeout; ;) {
    if ((await page.evaluate(`(async () => {${script}})()`)) === true) return;
    if (performance.now() > end) throw new Error(`not so after ${String(timeout)} ms: ${script}`);
    await page.waitForTimeout(250);
  }
}
