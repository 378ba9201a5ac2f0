import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { type ExchangeProcess, processesEnd } from '../e2e/exchange-process';
import {
  accessFaults,
  openBrowser,
  picture,
  type Reader,
  readerOf,
  signInAs,
  turn,
  withChromium,
} from './browser';
import { demonstration } from './demonstration';

/** How the tables and the columns of the overview are called. */
const said = {
  'en-GB': {
    ...{ pairs: 'Pairs of States', counted: 'Requests counted', due: 'What falls due', share: 'Share' },
    ...{ map: 'Map of flows', figures: 'Figures and charts' },
    trail: 'Trail of a request',
    years: 'What became of the requests of each year',
  },
  ar: {
    ...{ pairs: 'أزواج الدول', counted: 'الطلبات المحتسبة', due: 'ما يحلّ أجله', share: 'النسبة' },
    ...{ map: 'خريطة التدفقات', figures: 'الأرقام والرسوم البيانية' },
    trail: 'مسار طلب',
    years: 'ما آلت إليه طلبات كل سنة',
  },
} as const;

/** Every screen is searched for faults of access in light and in dark, which takes some seconds each. */
const patience = 120_000;

withChromium('the overview', () => {
  jest.setTimeout(patience);
  let exchange: ExchangeProcess;
  let browser: Browser;
  let reader: Reader;

  beforeAll(async () => {
    exchange = await demonstration();
    browser = await openBrowser();
  }, 420_000);
  afterAll(async () => {
    await browser.close();
    await processesEnd();
  });
  afterEach(() => reader.close());

  /** In light and in dark. */
  async function shows(page: Page, name: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      await turn(page, colorScheme);
      expect([name, colorScheme, await accessFaults(page)]).toEqual([name, colorScheme, []]);
      await picture(page, `overview-${name}-${colorScheme}`, true);
    }
    await turn(page, 'light');
  }

  describe.each(['en-GB', 'ar'] as const)('in %s', (locale) => {
    const names = said[locale];

    beforeEach(async () => {
      reader = await readerOf(browser, exchange.address, locale);
      await signInAs(reader.page, 'coordinator');
    });
    afterEach(() => expect(reader.complaints).toEqual([]));

    test('leads from the matrix to the figures of a pair, and to the requests behind one of them', async () => {
      const { page } = reader;
      await page.goto('/overview?measure=answerDays&year=2024');
      const matrix = page.getByRole('table', { name: names.pairs });
      await matrix.locator('[data-cell=value]').first().waitFor();
      expect(await matrix.locator('tbody tr').count()).toBe(5);
      await shows(page, `matrix-${locale}`);

      await matrix.locator('tbody a').first().click();
      await page.getByRole('table', { name: names.figures }).waitFor();
      expect(new URL(page.url()).search).toContain('requesting=');

      const refused = page.locator('a[href*="figure=refused"]').first();
      const count = Number(await refused.textContent());
      await refused.click();
      const counted = page.getByRole('table', { name: names.counted });
      await counted.waitFor();
      expect(await counted.locator('tbody tr').count()).toBe(count);
      await shows(page, `counted-${locale}`);
      await counted.locator('tbody a').first().click();
      await page.getByRole('heading', { name: names.trail }).waitFor();
      await page.locator('svg[role=img]').first().waitFor();
    });

    test('draws years and waits, each with its table', async () => {
      const { page } = reader;
      await page.goto('/overview/figures?requesting=JAM&responding=USA&measure=answerDays');
      const charts = page.locator('figure[data-drawn=true]');
      await charts.nth(3).waitFor();
      await page.locator('figure summary').first().click();
      expect(await page.locator('figure table').count()).toBe(4);
      await shows(page, `figures-${locale}`);
    });

    test('shows flows on a map and in a table', async () => {
      const { page } = reader;
      await page.goto('/overview/map');
      await page.locator('svg[role=img] path[marker-end]').nth(4).waitFor();
      expect(await page.getByRole('table', { name: names.map }).locator('tbody tr').count()).toBe(5);
      await shows(page, `map-${locale}`);
    });

    test('has a board of what falls due, and a report to be printed', async () => {
      const { page } = reader;
      await page.goto('/overview/due');
      await page.getByRole('table', { name: names.due }).waitFor();
      await shows(page, `due-${locale}`);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto('/overview/report');
      await page.getByRole('table', { name: names.figures }).nth(4).waitFor();
      await page.getByRole('table', { name: names.years }).nth(4).waitFor();
      expect(asked.filter((path) => path === '/v1/oversight/pairs/years')).toHaveLength(1);
      await shows(page, `report-${locale}`);
      await page.emulateMedia({ media: 'print' });
      await picture(page, `overview-paper-${locale}`, true);
    });
  });

  test('gives what is shown as a file, with N and the instant of the figures on each line', async () => {
    reader = await readerOf(browser, exchange.address);
    const { page } = reader;
    await signInAs(page, 'coordinator');
    await page.getByRole('table', { name: 'Pairs of States' }).waitFor();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    const [head = '', ...lines] = (await readFile(await (await coming).path(), 'utf8')).trim().split('\r\n');
    expect(head.split(',').slice(0, 6)).toEqual([
      ...['asOf', 'countedFrom', 'requestingState', 'respondingState', 'submitted', 'delivered'],
    ]);
    expect(lines.map((line) => line.split(',')[2])).toEqual(['BHS', 'DOM', 'HTI', 'JAM', 'TTO']);
  });

  test('shows a State the pairs it is party to, and greys what is too little to compare', async () => {
    reader = await readerOf(browser, exchange.address);
    const { page } = reader;
    await signInAs(page, 'officer@JAM');
    await page.goto('/overview');
    const rows = page.getByRole('table', { name: 'Pairs of States' }).locator('tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    await page.goto('/overview?year=2019');
    await page.getByText('none sent', { exact: true }).waitFor();
    await page.goto('/overview/requests?figure=delivered');
    await page.getByRole('table').locator('tbody a').first().click();
    await page.getByRole('heading', { name: 'Request to United States of America' }).waitFor();
    await page.goto('/overview/figures?requesting=HTI&responding=USA');
    await page.getByRole('alert').waitFor();
    expect(await accessFaults(page)).toEqual([]);
  });
});
