import type { Browser, Page } from 'playwright-core';
import { ExchangeProcess, processesEnd, temporaryFolder } from '../e2e/exchange-process';
import { accessFaults, openBrowser, picture, type Reader, readerOf, signInAs, withChromium } from './browser';

const longestSending = 120_000;

withChromium('the requesting desk', () => {
  let exchange: ExchangeProcess;
  let browser: Browser;
  let reader: Reader;

  beforeAll(async () => {
    exchange = await ExchangeProcess.started(await temporaryFolder());
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await processesEnd();
  });
  afterEach(() => reader.close());

  const at = async (locale = 'en-GB', scheme: 'light' | 'dark' = 'light') => {
    reader = await readerOf(browser, exchange.address, locale);
    await reader.page.emulateMedia({ colorScheme: scheme });
    await signInAs(reader.page, 'officer@JAM');
    return reader.page;
  };

  test('sends a request in less than two minutes, by the order of the form', async () => {
    const page = await at();
    await page.getByRole('table').waitFor();
    const begun = Date.now();
    await page.keyboard.press('n');
    await writeRequest(page);
    await picture(page, 'requesting-form-en');
    expect(await accessFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByRole('heading', { name: 'Request to United States of America' }).waitFor();
    expect(Date.now() - begun).toBeLessThan(longestSending);
    await page.getByText('AB?4').first().waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'requesting-sent-en');
    expect(reader.complaints).toEqual([]);
  }, 120_000);
});

async function writeRequest(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'New request' }).waitFor();
  await page.getByLabel('Seized').check();
  await page.getByLabel('Type of arm').selectOption('PISTOL_SELFLOADING');
  await page.getByLabel('Serial number').fill('AB?4');
  await page.getByRole('button', { name: 'Sign 2: B' }).click();
  await page.getByLabel('Sign 2 (B) may be').fill('8');
  await page.getByLabel('Made in').selectOption('USA');
  await page.getByRole('button', { name: 'Ask United States of America' }).click();
  await page.getByLabel('Illicit under the law').check();
  await page.getByLabel('Law or offence').fill('Firearms Act, section 20');
  await page.getByLabel('What the information is for').selectOption('INVESTIGATION');
}
