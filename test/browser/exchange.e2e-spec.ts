import type { Browser, Locator, Page } from 'playwright-core';
import { type ExchangeProcess, processesEnd } from '../e2e/exchange-process';
import { accessFaults, openBrowser, picture, type Reader, readerOf, signInAs, withChromium } from './browser';
import { demonstration } from './demonstration';
import { Person } from './person';
import { wordsOf } from './words';

/** Seconds of a person's own, by the model, in which a request is sent; the rest of two minutes is for the page. */
const longestSending = 90;

/** What the officers write, and how the page names what it makes of it. */
const tongues = {
  en: {
    locale: 'en-GB',
    direction: 'ltr',
    scheme: 'light',
    script: /[a-z]/,
    ...{ serial: 'KX5521', law: 'Firearms Act, section 20', holder: 'Synthetic Arms Ltd, Springfield' },
    ...{ usa: 'United States of America', asks: 'Ask United States of America' },
    ...{ sent: 'Request to United States of America', jamaica: 'Jamaica', case: 'Case of Jamaica' },
  },
  ar: {
    locale: 'ar',
    direction: 'rtl',
    scheme: 'dark',
    script: /[ء-ي]/,
    ...{ serial: 'QT8034', law: 'قانون الأسلحة النارية، المادة 20', holder: 'شركة أسلحة وهمية' },
    ...{ usa: 'الولايات المتحدة', asks: 'اسأل الولايات المتحدة' },
    ...{ sent: 'طلب إلى الولايات المتحدة', jamaica: 'جامايكا', case: 'قضية جامايكا' },
  },
} as const;

withChromium('a request, its answer and the figures', () => {
  let exchange: ExchangeProcess;
  let browser: Browser;
  const readers: Reader[] = [];

  beforeAll(async () => {
    exchange = await demonstration();
    browser = await openBrowser();
  }, 420_000);
  afterAll(async () => {
    await browser.close();
    await processesEnd();
  });
  afterEach(() => Promise.all(readers.splice(0).map((reader) => reader.close())));

  test.each(['en', 'ar'] as const)(
    'go from desk to desk without a reload: %s',
    async (language) => {
      const tongue = tongues[language];
      const said = wordsOf(language);
      const arrive = async (officer: string): Promise<Page> => {
        const reader = await readerOf(browser, exchange.address, tongue.locale);
        readers.push(reader);
        await reader.page.emulateMedia({ colorScheme: tongue.scheme });
        await signInAs(reader.page, officer);
        await reader.page.evaluate('globalThis.neverLeft = true');
        return reader.page;
      };
      const step = async (page: Page, name: string) => {
        expect(await page.locator('html').getAttribute('dir')).toBe(tongue.direction);
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(tongue.script);
        await page.evaluate('scrollTo(0, 0)');
        await picture(page, `exchange-${language}-${name}`, true);
        expect([name, await accessFaults(page)]).toEqual([name, []]);
      };
      const button = (page: Page, id: string) => page.getByRole('button', { name: said(id), exact: true });

      const [coordinator, jamaica, usa] = [
        await arrive('coordinator'),
        await arrive('officer@JAM'),
        await arrive('officer@USA'),
      ];
      const watching = new Person(coordinator);
      await watching.choose(said('overview.measure'), said('overview.measure.acknowledged'));
      const before = await counted(coordinator);
      await step(coordinator, '1-matrix-before');

      const asking = new Person(jamaica);
      await asking.sees(jamaica.getByRole('table'));
      await step(jamaica, '2-inbox-before');
      await asking.click(jamaica.getByRole('link', { name: said('requesting.new') }));
      await asking.click(jamaica.getByLabel(said('codes.acquisition.SEIZED')));
      await asking.choose(said('requesting.type'), said('codes.armType.REVOLVER'));
      await asking.type(said('requesting.serial'), tongue.serial);
      await asking.choose(said('requesting.madeIn'), tongue.usa);
      await asking.click(jamaica.getByRole('button', { name: tongue.asks }));
      await asking.click(jamaica.getByLabel(said('codes.illicitGround.ILL_NATLAW')));
      await asking.type(said('requesting.legalBasis'), tongue.law);
      await asking.choose(said('requesting.use'), said('codes.intendedUse.INVESTIGATION'));
      await writtenIn(tongue.direction, jamaica, said('requesting.legalBasis'));
      await step(jamaica, '3-form');
      await asking.click(button(jamaica, 'requesting.send'));
      await asking.sees(jamaica.getByRole('heading', { name: tongue.sent }));
      const { effort } = asking;
      expect(effort.byModel).toBeLessThan(longestSending);
      process.stdout.write(`a request is sent (${language}): ${JSON.stringify(effort)}\n`);
      const id = new URL(jamaica.url()).pathname.split('/').at(-1) ?? '';
      await step(jamaica, '4-sent');
      await asking.click(jamaica.getByRole('link', { name: said('shell.requests') }));

      await moves(coordinator, { ...before, n: before.n + 1 });
      await step(coordinator, '5-matrix-delivered');

      const answering = new Person(usa);
      await answering.click(usa.getByRole('link', { name: said('shell.cases') }));
      await answering.choose(said('matters.order'), said('matters.orderNewest'));
      const line = usa.locator(`a[href="/cases/${id}"]`);
      await answering.sees(line);
      expect(await line.textContent()).toBe(`${tongue.jamaica}${id.slice(-6)}`);
      await step(usa, '6-queue');
      await answering.click(line);
      await answering.sees(usa.getByRole('heading', { name: tongue.case }));
      await step(usa, '7-case');
      await answering.click(button(usa, 'responding.acknowledge'));
      await button(usa, 'responding.acknowledge').waitFor({ state: 'detached' });

      await moves(coordinator, { count: before.count + 1, n: before.n + 1 });
      await step(coordinator, '8-matrix-acknowledged');
      await watching.choose(said('overview.measure'), said('overview.measure.answered'));
      const unanswered = await counted(coordinator);
      const inbox = jamaica.locator('tr').filter({ has: jamaica.locator(`a[href="/requests/${id}"]`) });
      await inbox.getByText(said('codes.status.acknowledged')).first().waitFor();

      await answering.click(usa.getByRole('link', { name: said('responding.answer'), exact: true }));
      await answering.click(usa.getByLabel(said('codes.outcome.TRACED_LAST_HOLDER')));
      await answering.type(said('responding.lastLegalHolder'), tongue.holder);
      await writtenIn(tongue.direction, usa, said('responding.lastLegalHolder'));
      await step(usa, '9-answer');
      await answering.click(button(usa, 'responding.answer'));
      await answering.sees(usa.getByText(tongue.holder));
      await step(usa, '10-answered');

      await moves(coordinator, { count: unanswered.count + 1, n: before.n + 1 });
      await step(coordinator, '11-matrix-answered');
      await inbox.getByText(said('codes.status.answered')).first().waitFor();
      await step(jamaica, '12-inbox-answered');
      await asking.click(inbox.getByRole('link'));
      await asking.sees(jamaica.getByText(tongue.holder));
      await step(jamaica, '13-answer');

      const stayed = await Promise.all(
        [coordinator, jamaica, usa].map((page) => page.evaluate('globalThis.neverLeft')),
      );
      expect(stayed).toEqual([true, true, true]);
      expect(readers.flatMap(({ complaints }) => complaints)).toEqual([]);
    },
    300_000,
  );
});

interface Counted {
  readonly count: number;
  readonly n: number;
}

const cellOf = (page: Page): Locator =>
  page.locator('table a[href*="requesting=JAM"][href*="responding=USA"] span:last-child');

/** What stands in the matrix of what Jamaica asked the United States: so many of N. */
async function counted(page: Page): Promise<Counted> {
  const numbers = (await cellOf(page).textContent())?.match(/\d[\d,]*/g) ?? [];
  const [count = NaN, n = NaN] = numbers.map((number) => Number(number.replaceAll(',', '')));
  return { count, n };
}

/** What is written stands in its own direction. */
async function writtenIn(direction: string, page: Page, label: string): Promise<void> {
  await page
    .getByRole('textbox', { name: label })
    .and(page.locator(`:dir(${direction})`))
    .waitFor();
}

/** Until the matrix says so by itself. */
async function moves(page: Page, { count, n }: Counted): Promise<void> {
  const [some, all] = [count, n].map((number) => number.toLocaleString('en'));
  const moved = cellOf(page)
    .filter({ hasText: `N ${all ?? ''}` })
    .filter({ hasText: some ?? '' });
  await moved.waitFor();
  expect(await counted(page)).toEqual({ count, n });
}
