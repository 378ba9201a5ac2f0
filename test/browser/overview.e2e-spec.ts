import type { Browser, Page } from 'playwright-core';
import { ExchangeProcess, processesEnd, temporaryFolder } from '../e2e/exchange-process';
import { accessFaults, openBrowser, picture, type Reader, readerOf, signInAs, withChromium } from './browser';

/** How the matrix, its first cell, and a figure are called. */
const said = {
  'en-GB': { pairs: 'Pairs of States', counted: 'Requests counted', due: 'What falls due', share: 'Share' },
  ar: { pairs: 'أزواج الدول', counted: 'الطلبات المحتسبة', due: 'ما يحلّ أجله', share: 'النسبة' },
} as const;

withChromium('the overview of a coordinator', () => {
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

  async function shows(page: Page, name: string): Promise<void> {
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, name);
  }

  describe.each(['en-GB', 'ar'] as const)('in %s', (locale) => {
    test('goes from the matrix to the figures of a pair, and to the requests behind one of them', async () => {
      reader = await readerOf(browser, exchange.address, locale);
      const { page, complaints } = reader;
      const names = said[locale];
      await signInAs(page, 'coordinator');
      const matrix = page.getByRole('table', { name: names.pairs });
      await matrix.waitFor();
      await shows(page, `overview-matrix-${locale}`);

      await page.goto('/overview?measure=answerDays&year=2024');
      await matrix.locator('[data-cell=value]').first().waitFor();
      expect(await matrix.locator('tbody tr').count()).toBe(5);
      await shows(page, `overview-matrix-2024-${locale}`);

      await matrix.locator('tbody a').first().click();
      const share = page.getByRole('columnheader', { name: names.share });
      await share.waitFor();
      expect(new URL(page.url()).search).toContain('requesting=');
      await shows(page, `overview-figures-${locale}`);

      const refused = page.locator('a[href*="figure=refused"]');
      const count = Number(await refused.textContent());
      await refused.click();
      const counted = page.getByRole('table', { name: names.counted });
      await counted.waitFor();
      expect(await counted.locator('tbody tr').count()).toBe(Math.min(count, 50));
      await shows(page, `overview-counted-${locale}`);

      await page.goto('/overview/due');
      await page.getByRole('table', { name: names.due }).waitFor();
      await shows(page, `overview-due-${locale}`);
      expect(complaints).toEqual([]);
    });
  });
});
