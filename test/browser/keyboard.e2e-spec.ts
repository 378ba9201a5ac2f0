import type { Browser, Page } from 'playwright-core';
import { eventually } from '@vestigo/kernel/testing';
import { type ExchangeProcess, processesEnd } from '../e2e/exchange-process';
import { openBrowser, type Reader, readerOf, signInAs, withChromium } from './browser';
import { demonstration } from './demonstration';
import { tabTo, walkedBack, whereFocusIs } from './keyboard';
import { actsOffered, type Places, placesIn, screensOf, settled, visit } from './screens';

withChromium('by the keyboard alone', () => {
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

  async function at(officer: string): Promise<Page> {
    reader = await readerOf(browser, exchange.address);
    await signInAs(reader.page, officer);
    await settled(reader.page);
    return reader.page;
  }
  const focused = async (page: Page) => (await whereFocusIs(page)).at;

  test.each(['officer@JAM', 'officer@USA', 'coordinator'] as const)(
    '%s passes through every screen at twice the size, always seeing where one is, and out again',
    async (officer) => {
      const page = await at(officer);
      await page.setViewportSize({ width: 640, height: 400 });
      const found: (readonly [string, string])[] = [];
      const walk = async (path: string) => {
        await visit(page, path);
        for (const fault of await walkedBack(page)) found.push([path, fault]);
      };
      for (const { path, then } of screensOf(places)[officer]) {
        if (then) continue;
        await walk(path);
        for (const act of await actsOffered(page)) if (!act.then) await walk(act.path);
      }
      expect(found).toEqual([]);
    },
  );

  test('skips what stands on every screen, and goes on at the heading of the next', async () => {
    const page = await at('officer@JAM');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('a “Skip to content”');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    for (const [place, title] of [
      ['/cases', 'Cases of your State'],
      ['/overview', 'Pairs of States'],
      ['/traces', 'Traces'],
      ['/requests', 'Requests of your State'],
    ] as const) {
      await page.reload();
      await settled(page);
      await tabTo(page, `nav a[href="${place}"]`);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await settled(page);
      expect(await focused(page)).toBe(`h1 “${title}”`);
    }
  });

  test('stays within a dialog until it is closed, and is then where it was', async () => {
    const page = await at('officer@JAM');
    const inside = () => page.evaluate(`document.activeElement?.closest('[role=dialog]') !== null`);
    const closes = async (back: string) => {
      await page.getByRole('dialog').waitFor();
      for (let stop = 0; stop < 12; stop += 1) {
        await page.keyboard.press('Tab');
        expect(await inside()).toBe(true);
      }
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await eventually(async () => {
        expect(await focused(page)).toBe(back);
      });
    };
    await tabTo(page, 'nav a[href="/traces"]');
    await page.keyboard.press('?');
    await closes('a “Traces”');
    await visit(page, `/requests/${places.answered}`);
    const acts = page.getByRole('group', { name: 'What you can do' }).getByRole('button');
    for (const act of await acts.all()) {
      const name = (await act.textContent()) ?? '';
      await act.focus();
      await page.keyboard.press('Enter');
      await closes(`button “${name}”`);
    }
  });
});
