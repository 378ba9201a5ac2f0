import type { Browser, Page } from 'playwright-core';
import { type ExchangeProcess, processesEnd } from '../e2e/exchange-process';
import { barriers } from './barriers';
import { openBrowser, picture, type Reader, readerOf, signInAs, withChromium } from './browser';
import { demonstration } from './demonstration';
import {
  actsOffered,
  type Places,
  placesIn,
  routesOf,
  type Screen,
  screensOf,
  settled,
  type Sitter,
  visit,
} from './screens';

const patience = 300_000;
const sitters = ['nobody', 'officer@JAM', 'officer@USA', 'coordinator'] as const satisfies readonly Sitter[];

withChromium('every screen', () => {
  jest.setTimeout(patience);
  let exchange: ExchangeProcess;
  let browser: Browser;
  let places: Places;
  let reader: Reader;

  beforeAll(async () => {
    exchange = await demonstration();
    [browser, places] = [await openBrowser(), await placesIn(exchange)];
  }, patience);
  afterAll(async () => {
    await browser.close();
    await processesEnd();
  });
  afterEach(() => reader.close());

  async function seated(sitter: Sitter, locale: string): Promise<Page> {
    reader = await readerOf(browser, exchange.address, locale);
    if (sitter === 'nobody') await reader.page.goto('/sign-in');
    else await signInAs(reader.page, sitter);
    await settled(reader.page);
    return reader.page;
  }

  test('is looked at: what the router leads to, and nothing less', async () => {
    const page = await seated('nobody', 'en-GB');
    const known = Object.values(screensOf(places))
      .flat()
      .flatMap(({ route = [] }) => route);
    expect(await routesOf(page)).toEqual(expect.arrayContaining([...new Set([...known, '/cases/$id/$act'])]));
    expect([...new Set([...known, '/cases/$id/$act'])].toSorted()).toEqual(
      [...(await routesOf(page))].toSorted(),
    );
  });

  describe.each(['en-GB', 'ar'] as const)('in %s', (locale) => {
    test.each(sitters)('keeps %s from nothing', async (sitter) => {
      const page = await seated(sitter, locale);
      const found: (readonly [string, string])[] = [];
      let scheme: 'light' | 'dark' = 'light';
      const look = async ({ path, then: [state, act] = ['', () => Promise.resolve()] }: Screen) => {
        await visit(page, path);
        await act(page);
        const where = `${path} ${state}`;
        for (const barrier of await barriers(page, scheme)) found.push([where, barrier]);
        scheme = scheme === 'light' ? 'dark' : 'light';
        await picture(page, `access-${locale}-${where.replace(/[0-9a-f-]{36}/, 'id').replace(/\W+/g, '-')}`);
        if (state !== '') await page.keyboard.press('Escape');
      };
      for (const screen of screensOf(places)[sitter]) {
        await look(screen);
        for (const act of await actsOffered(page)) await look(act);
      }
      expect(found).toEqual([]);
    });
  });
});
