import type { Browser, Page, Response } from 'playwright-core';
import { eventually } from '@vestigo/kernel/testing';
import type { Desk } from '../e2e/desk';
import { ExchangeProcess, processesEnd, temporaryFolder } from '../e2e/exchange-process';
import { matterAt, sparseRequest, submitted } from '../e2e/matters';
import { accessFaults, openBrowser, picture, type Reader, readerOf, withChromium } from './browser';
import { hold, keptOnDevice, reads } from './device';
import { POOR, PoorLink } from './poor-link';

withChromium('a desk on a poor link', () => {
  let exchange: ExchangeProcess;
  let link: PoorLink;
  let browser: Browser;
  let reader: Reader;
  let [jamaica, usa]: readonly Desk[] = [];

  beforeAll(async () => {
    exchange = await ExchangeProcess.started(await temporaryFolder(), '--no-demo');
    link = await PoorLink.to(exchange.address);
    browser = await openBrowser();
    [jamaica, usa] = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')];
    // The first message of a process that has only just begun.
    await received().catch(received).catch(received);
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await link.close();
    await processesEnd();
  });
  beforeEach(async () => {
    link.mend();
    link.become(undefined);
    reader = await readerOf(browser, link.address);
  });
  afterEach(() => reader.close());

  const atDesk = (desk: Desk | undefined): Desk => desk ?? exchange.bearer();
  const arrive = async (page: Page) => {
    await hold(page, atDesk(usa).token ?? '');
    await page.goto('/cases');
  };
  const received = async () => {
    const id = await submitted(atDesk(jamaica), sparseRequest);
    return eventually(() => matterAt(atDesk(usa), `/v1/cases/${id}`, 'received'));
  };

  test('works on without the link: what an officer does waits, survives a reload, and is sent once', async () => {
    const { page } = reader;
    const { id, version } = await received();
    await arrive(page);
    // The form is on the device once it has been seen.
    await page.goto(`/cases/${id}/request-information`);
    await page.getByLabel('Your question').waitFor();
    await page.goto(`/cases/${id}`);
    await page.getByRole('group', { name: 'What you can do' }).waitFor();
    await reads(page, id);
    await keptOnDevice(page);
    await page.context().setOffline(true);
    link.cut();
    await page.getByText('No link').waitFor();
    await page.keyboard.press('a');
    await queued(page, 1).waitFor();
    await page.getByRole('link', { name: 'Ask for information' }).click();
    await page.getByLabel('Your question').fill('Which mark stands on the slide?');
    await page.getByRole('button', { name: 'Ask for information' }).click();
    await queued(page, 2).waitFor();
    await page.getByText('No link: it waits').waitFor();
    expect(await accessFaults(page)).toEqual([]);
    for (let reload = 0; reload < 2; reload += 1) {
      await page.reload();
      await queued(page, 2).click();
      await page.getByRole('dialog', { name: 'Not sent yet' }).getByText('Acknowledge').waitFor();
    }
    await picture(page, 'offline-queued');
    expect(await accessFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');

    // The link comes back, but for the answers: the exchange has done what the page does not know of.
    link.loseAnswers();
    await page.context().setOffline(false);
    await eventually(() => matterAt(atDesk(usa), `/v1/cases/${id}`, 'acknowledged'));
    expect(await queued(page, 2).count()).toBe(1);
    link.mend();
    await page.getByRole('button', { name: 'queued' }).waitFor({ state: 'detached' });
    const { timeline, version: after, status } = await matterAt(atDesk(usa), `/v1/cases/${id}`);
    // Both rested on the version that was seen; the second went on from what the first led to.
    expect(timeline.slice(-2).map(({ what }) => what)).toEqual(['CaseAcknowledged', 'InformationRequested']);
    expect([after, status]).toEqual([version + 2, 'information-requested']);
  }, 300_000);

  test.each([
    ['/requests', '**/v1/requests*'],
    ['/cases', '**/v1/cases*'],
    ['/overview', '**/v1/oversight/pairs*'],
  ])('is told by %s that it is being read, in whatever way one reads', async (path, read) => {
    const { page } = reader;
    await hold(page, atDesk(usa).token ?? '');
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(read, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(path);
    await page.getByRole('status', { name: 'Loading' }).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    answer();
    await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'detached' });
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test('sees what changes without a reload, and says how it is kept up to date', async () => {
    const { page } = reader;
    await arrive(page);
    await page.locator('[data-live="live"]').waitFor();
    const { id } = await received();
    await reads(page, id);
    await page.route('**/v1/live', (route) =>
      route.request().headers()['accept'] === 'text/event-stream' ? route.abort() : route.continue(),
    );
    await page.reload();
    await page.locator('[data-live="polling"]').waitFor();
    const { id: later } = await received();
    await reads(page, later);
  }, 300_000);

  test('opens at 300 kbit/s with a fiftieth lost, and takes its parts from the device the second time', async () => {
    const { page } = reader;
    link.become(POOR);
    const first = await timed(async () => {
      await arrive(page);
      await page.getByRole('table').waitFor();
    });
    await page.locator('[data-live="live"]').waitFor();
    const { id } = await received();
    await reads(page, id);
    await keptOnDevice(page);
    const parts: Response[] = [];
    page.on('response', (response) => response.url().includes('/assets/') && parts.push(response));
    const second = await timed(async () => {
      await page.reload();
      await page.getByRole('table').waitFor();
    });
    await picture(page, 'poor-link');
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.filter((part) => !part.fromServiceWorker()).map((part) => part.url())).toEqual([]);
    process.stdout.write(
      `poor link: signed in after ${String(first)} ms, again after ${String(second)} ms\n`,
    );
  }, 240_000);
});

const queued = (page: Page, count: number) => page.getByRole('button', { name: `${String(count)} queued` });

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return Math.round(performance.now() - begun);
}
