import type { Browser } from 'playwright-core';
import { type ExchangeProcess, processesEnd } from '../e2e/exchange-process';
import { accessFaults, openBrowser, picture, type Reader, readerOf, signInAs, withChromium } from './browser';
import { demonstration } from './demonstration';

/** Officers, the screen that they arrive at, and its title in English and Arabic. */
const desks = [
  ['officer@JAM', '/requests', 'Requests of your State', 'طلبات دولتك'],
  ['officer@USA', '/cases', 'Cases of your State', 'قضايا دولتك'],
  ['coordinator', '/overview', 'Pairs of States', 'أزواج الدول'],
] as const;

/** What Playwright reads of a device. */
interface Kept {
  readonly origins: readonly {
    readonly indexedDB: readonly {
      readonly stores: readonly { readonly name: string; readonly records: readonly unknown[] }[];
    }[];
  }[];
}

withChromium('the page', () => {
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

  test('asks who one is, and has no fault of access', async () => {
    reader = await readerOf(browser, exchange.address);
    await reader.page.goto('/cases?any=thing');
    await reader.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await reader.page.locator('[data-officer]').first().waitFor();
    expect(await accessFaults(reader.page)).toEqual([]);
    await picture(reader.page, 'sign-in-en');
    await reader.page.locator('[data-officer="officer@USA"]').click();
    await reader.page.getByRole('table', { name: 'Cases of your State' }).waitFor();
    expect(new URL(reader.page.url()).pathname).toBe('/cases');
    expect(reader.complaints).toEqual([]);
  });

  describe.each([
    ['en-GB', 'ltr'],
    ['ar', 'rtl'],
  ] as const)('in %s', (locale, direction) => {
    test.each(desks)(
      '%s finds %s with lines and without a fault of access',
      async (officer, path, ...titles) => {
        reader = await readerOf(browser, exchange.address, locale);
        const { page, complaints } = reader;
        await signInAs(page, officer);
        await page.goto(path);
        const title = titles[locale === 'ar' ? 1 : 0];
        await page.getByRole('table', { name: title }).waitFor();
        expect(await page.locator('tbody tr').count()).toBeGreaterThan(4);
        expect(await page.locator('html').getAttribute('dir')).toBe(direction);
        expect(await page.title()).toBe(`${title} · Vestigo`);
        expect(await accessFaults(page)).toEqual([]);
        await picture(page, `${path.slice(1)}-${locale}`);
        expect(complaints).toEqual([]);
      },
    );
  });

  test('is left by signing out, and nothing that was read stays on the device', async () => {
    reader = await readerOf(browser, exchange.address);
    const { page } = reader;
    await signInAs(page, 'officer@JAM');
    await page.getByRole('table').waitFor();
    await page.getByRole('button', { name: 'Jamaica' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    // Longer than what was read is gathered before it is written.
    await page.waitForTimeout(1500);
    const { origins } = (await page.context().storageState({ indexedDB: true })) as unknown as Kept;
    const stores = origins.flatMap(({ indexedDB }) => indexedDB).flatMap((database) => database.stores);
    expect(stores.map(({ name, records }) => [name, records])).toEqual([
      ['cache', []],
      ['writes', []],
    ]);
    expect(await page.evaluate('sessionStorage.length')).toBe(0);
  });
});
