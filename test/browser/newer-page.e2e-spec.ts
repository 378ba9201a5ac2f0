import type { Browser, Page } from 'playwright-core';
import { ExchangeProcess, processesEnd, temporaryFolder } from '../e2e/exchange-process';
import { accessFaults, openBrowser, picture, type Reader, readerOf, withChromium } from './browser';
import { hold, keptOnDevice } from './device';
import { UpgradedExchange } from './newer-page';

/** What the page does each hour. */
const lookForNewer = (page: Page) =>
  page.evaluate(
    'navigator.serviceWorker.getRegistration().then((worker) => worker.update()).then(() => true)',
  );
const isNewer = (page: Page) => page.locator('head meta[name=built][content=newer]').count();

withChromium('a newer version of the page', () => {
  jest.setTimeout(300_000);
  let exchange: ExchangeProcess;
  let upgraded: UpgradedExchange;
  let browser: Browser;
  let reader: Reader;

  beforeAll(async () => {
    exchange = await ExchangeProcess.started(await temporaryFolder(), '--no-demo');
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await processesEnd();
  });
  beforeEach(async () => {
    upgraded = await UpgradedExchange.before(exchange.address);
    reader = await readerOf(browser, upgraded.address);
    const { token } = await exchange.desk('officer', 'JAM');
    await hold(reader.page, token ?? '');
    await reader.page.goto('/requests/new');
    await reader.page.getByLabel('Law or offence').fill('Firearms Act, section 20');
    await keptOnDevice(reader.page);
  });
  afterEach(async () => {
    await reader.close();
    await upgraded.close();
  });

  const offer = (page: Page) => page.getByText('A newer version of this page is ready.');

  test('is offered, and takes nothing out of the hands of who is writing', async () => {
    const { page } = reader;
    upgraded.upgrade();
    await lookForNewer(page);
    await offer(page).waitFor();
    expect(await page.getByLabel('Law or offence').inputValue()).toBe('Firearms Act, section 20');
    await page.getByLabel('Law or offence').scrollIntoViewIfNeeded();
    await picture(page, 'newer-page-en');
    expect(await accessFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Later' }).click();
    await offer(page).waitFor({ state: 'detached' });
    expect(await page.getByLabel('Law or offence').inputValue()).toBe('Firearms Act, section 20');
    expect(await isNewer(page)).toBe(0);
  });

  test('is there when it is asked for, with what was begun, and without a link from then on', async () => {
    const { page } = reader;
    upgraded.upgrade();
    await lookForNewer(page);
    await offer(page).waitFor();
    await page.getByLabel('Serial number').fill('KX 5521');
    await page.getByRole('button', { name: 'Load it' }).click();
    await page.locator('head meta[name=built][content=newer]').waitFor({ state: 'attached' });
    await page.getByText('You began this request earlier').waitFor();
    expect(await page.getByLabel('Law or offence').inputValue()).toBe('Firearms Act, section 20');
    expect(await page.getByLabel('Serial number').inputValue()).toBe('KX 5521');
    await keptOnDevice(page);
    await page.context().setOffline(true);
    await page.reload();
    await page.getByLabel('Law or offence').waitFor();
    expect(await isNewer(page)).toBe(1);
  });

  test('that another window shows already leaves this one whole, and is there when it is asked for', async () => {
    const { page } = reader;
    upgraded.upgrade();
    const other = await page.context().newPage();
    await hold(other, (await exchange.desk('officer', 'JAM')).token ?? '');
    await other.goto('/requests');
    await other.getByRole('heading', { name: 'Requests of your State' }).waitFor();
    await offer(page).waitFor();

    // A screen that was not opened before: the exchange has its files no more.
    await page.getByRole('link', { name: 'Traces' }).click();
    await page.getByLabel('Number of a request or case').waitFor();
    expect(await isNewer(page)).toBe(0);
    await page.getByRole('button', { name: 'Load it' }).click();
    await page.locator('head meta[name=built][content=newer]').waitFor({ state: 'attached' });
    expect(reader.complaints).toEqual([]);
  });
});
