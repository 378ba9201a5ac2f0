import type { Browser } from 'playwright-core';
import { join } from 'node:path';
import { type ExchangeProcess, processesEnd, root } from '../e2e/exchange-process';
import { openBrowser, picture, type Reader, readerOf, signInAs, withChromium } from './browser';
import { demonstration } from './demonstration';
import { paperFaults, SHEET } from './paper';
import { type Places, placesIn, visit } from './screens';

/** What is printed, whose it is, and what stands on each sheet besides. */
const sheets = [
  ['request', 'officer@JAM', (at: Places) => `/requests/${at.answered}`],
  ['case', 'officer@USA', (at: Places) => `/cases/${at.answered}`],
  ['trace', 'officer@JAM', (at: Places) => `/traces/${at.answered}`],
  ['report', 'coordinator', () => '/overview/report?measure=answerDays'],
] as const;

withChromium('on paper', () => {
  jest.setTimeout(300_000);
  let exchange: ExchangeProcess;
  let browser: Browser;
  let places: Places;
  let reader: Reader;

  beforeAll(async () => {
    exchange = await demonstration();
    [browser, places] = [await openBrowser(), await placesIn(exchange)];
  }, 420_000);
  afterAll(async () => {
    await browser.close();
    await processesEnd();
  });
  afterEach(() => reader.close());

  describe.each(['en-GB', 'ar'] as const)('in %s', (locale) => {
    test.each(sheets)(
      'the %s of %s is whole, and says as of when and from where',
      async (name, officer, pathIn) => {
        reader = await readerOf(browser, exchange.address, locale);
        const { page } = reader;
        await signInAs(page, officer);
        await page.emulateMedia({ colorScheme: 'dark' });
        await visit(page, pathIn(places));
        await page.emulateMedia({ media: 'print' });
        await page.setViewportSize(SHEET);
        await page.locator('html[data-mantine-color-scheme=light]').waitFor();
        expect(await paperFaults(page)).toEqual([]);
        expect(await page.locator('main [data-as-of]').last().isVisible()).toBe(true);
        await picture(page, `paper-${name}-${locale}`, true);
        await page.pdf({
          path: join(root, 'tmp', 'pictures', `paper-${name}-${locale}.pdf`),
          format: 'A4',
          margin: { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' },
        });
      },
    );
  });
});
