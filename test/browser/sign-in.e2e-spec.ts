import type { Browser, Page } from 'playwright-core';
import { eventually } from '@vestigo/kernel/testing';
import { ExchangeProcess, processesEnd, temporaryFolder } from '../e2e/exchange-process';
import { matterAt, sparseRequest, submitted } from '../e2e/matters';
import { accessFaults, openBrowser, picture, type Reader, readerOf, withChromium } from './browser';
import { freePort, IdentityProvider, type ProviderForm } from './provider/identity-provider';

const accounts = {
  'jo.hale': { country: 'USA', groups: ['Mail', 'Firearms Tracing'] },
  'a.clerk': { country: 'USA', groups: ['Mail'] },
};

const usual = { accounts, tokenSeconds: 18, refreshes: true };

const cases = (page: Page) => page.getByRole('table', { name: 'Cases of your State' });
const door = (page: Page) => page.getByRole('button', { name: 'Sign in with your organisation' });
const arabicDoor = (page: Page) => page.getByRole('button', { name: 'تسجيل الدخول عبر مؤسستك' });
const fault = (page: Page, kind: string) => page.locator(`[data-sign-in-fault="${kind}"]`);

/** At the provider's own page. */
async function logIn(page: Page, account: string): Promise<void> {
  await page.getByPlaceholder('Enter any login').fill(account);
  await page.getByPlaceholder('and password').fill('of no consequence');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Three cases for the desk of the United States, from before it had a provider. */
async function fill(folder: string): Promise<void> {
  const before = await ExchangeProcess.started(folder, '--no-demo');
  const [jamaica, usa] = [await before.desk('officer', 'JAM'), await before.desk('officer', 'USA')];
  for (let sent = 0; sent < 3; sent += 1) {
    const id = await submitted(jamaica, sparseRequest);
    const received = () => eventually(() => matterAt(usa, `/v1/cases/${id}`, 'received'));
    // The first one waits until the loops of the new process have begun, which on a busy machine takes its time.
    await received().catch(received).catch(received);
  }
  await before.end('SIGTERM');
}

withChromium('signing in at an identity provider', () => {
  let provider: IdentityProvider;
  let exchange: ExchangeProcess;
  let form: ProviderForm;
  let browser: Browser;
  const readers: Reader[] = [];

  beforeAll(async () => {
    browser = await openBrowser();
    provider = await IdentityProvider.reserved();
    const folder = await temporaryFolder();
    await fill(folder);
    const port = await freePort();
    form = { ...usual, page: `http://127.0.0.1:${String(port)}` };
    exchange = new ExchangeProcess(['start', '--no-demo'], folder, {
      PORT: String(port),
      VESTIGO_ISSUER: provider.issuer,
      VESTIGO_AUDIENCE: provider.resource,
      VESTIGO_CLAIM_STATE: 'country',
      VESTIGO_CLAIM_ROLE: 'groups',
      VESTIGO_ROLES: 'Firearms Tracing=officer',
      VESTIGO_SIGN_IN_ISSUER: provider.issuer,
      VESTIGO_SIGN_IN_CLIENT: provider.clientId,
      VESTIGO_SIGN_IN_RESOURCE: provider.resource,
    });
    await exchange.said('Ctrl-C stops it.');
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await provider.stop();
    await processesEnd();
  }, 300_000);
  beforeEach(() => provider.start(form), 60_000);
  afterEach(() => Promise.all(readers.splice(0).map((reader) => reader.close())));

  async function somebody(locale = 'en-GB'): Promise<Reader> {
    const reader = await readerOf(browser, form.page, locale);
    readers.push(reader);
    // Its pages ask for a letter from elsewhere.
    await reader.page.route(/^https:/, (route) => route.abort());
    return reader;
  }

  async function officer(path = '/cases'): Promise<Reader> {
    const reader = await somebody();
    await reader.page.goto(path);
    await door(reader.page).click();
    await logIn(reader.page, 'jo.hale');
    await reader.page.getByRole('navigation').first().waitFor();
    return reader;
  }

  /** Until the exchange believes a token no longer: its end, and what clocks may be apart. */
  async function ended(
    token: string,
    meanwhile = () => new Promise<void>((later) => setTimeout(later, 500)),
  ): Promise<void> {
    for (const end = performance.now() + 120_000; performance.now() < end;) {
      await meanwhile();
      if ((await exchange.bearer(token).get('/v1/actor')).status === 401) return;
    }
    throw new Error('the token is believed still');
  }

  test('an officer signs in there, works, stays signed in while tokens end, and signs out on both sides', async () => {
    const { page, complaints } = await somebody();
    await page.goto('/cases?status=received');
    await door(page).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'sign-in-provider-en');
    await door(page).click();
    await page.getByPlaceholder('Enter any login').waitFor();
    await picture(page, 'sign-in-at-provider');
    await logIn(page, 'jo.hale');
    await cases(page).waitFor();
    expect(new URL(page.url()).search).toBe('?status=received');
    for (const key of ['j', 'x', 'a']) await page.keyboard.press(key);
    await page.getByText('1 of 1 acknowledged').waitFor();

    const first = await tokenOf(page);
    await ended(first, async () => {
      await page.getByRole('link', { name: 'Traces' }).click();
      await page.getByRole('link', { name: 'Cases' }).click();
      await cases(page).waitFor();
    });
    expect(await tokenOf(page)).not.toBe(first);
    await page.reload();
    await cases(page).waitFor();
    await picture(page, 'sign-in-renewed-en');

    await page.getByRole('button', { name: 'United States' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Yes, sign me out' }).click();
    await door(page).waitFor();
    expect(await heldBy(page)).toEqual([]);
    await door(page).click();
    await page.getByPlaceholder('Enter any login').waitFor();
    // What is left are the letters of the provider's own pages.
    expect(complaints.filter((one) => !one.includes('ERR_FAILED'))).toEqual([]);
  }, 300_000);

  test('whose tokens are not renewed is asked to sign in again, and loses neither what was typed nor what was sent', async () => {
    await provider.start({ ...form, tokenSeconds: 60, refreshes: false });
    const { page } = await officer('/cases?status=received');
    await cases(page).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Both clocks' }).waitFor();
    const path = new URL(page.url()).pathname;
    await page.goto(`${path}/refuse`);
    await page.getByLabel('National security (ITI 22)').check();
    await page.getByLabel('Reason, in your words').fill('The stock is not spoken of.');
    await ended(await tokenOf(page));
    await page.getByRole('link', { name: 'Cases' }).click();
    await page.getByText('Your sign-in has ended').waitFor();
    await door(page).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'sign-in-ended-en');
    // Who is still signed in at the provider comes straight back.
    await door(page).click();
    await cases(page).waitFor();
    await page.goto(`${path}/refuse`);
    await page.getByRole('heading', { level: 1, name: 'Refuse' }).waitFor();
    expect(await page.getByLabel('Reason, in your words').inputValue()).toBe('The stock is not spoken of.');
    expect(await page.getByLabel('National security (ITI 22)').isChecked()).toBe(true);
    await ended(await tokenOf(page));
    await page.getByRole('button', { name: 'Refuse' }).click();
    await page.getByText('Your sign-in has ended').waitFor();
    await provider.start({ ...form, tokenSeconds: 600, refreshes: false });
    await door(page).click();
    await logIn(page, 'jo.hale');
    await page.getByRole('navigation').first().waitFor();
    await page.goto(path);
    await page.getByText('National security (ITI 22)').first().waitFor();
    expect(await page.getByText('The stock is not spoken of.').count()).toBeGreaterThan(0);
  }, 300_000);

  test.each([
    ['en-GB', door, 'Your organisation did not sign you in', 'Your organisation knows you'],
    ['ar', arabicDoor, 'لم تسجّل مؤسستك دخولك', 'مؤسستك تعرفك'],
  ] as const)(
    'says in %s why nobody was signed in, and lets one begin again',
    async (locale, open, refused, unknown) => {
      const { page } = await somebody(locale);
      await page.goto('/cases');
      await open(page).click();
      await page.getByRole('link', { name: 'Cancel' }).click();
      await fault(page, 'refused').getByText(refused).waitFor();
      expect(await accessFaults(page)).toEqual([]);
      await picture(page, `sign-in-refused-${locale}`);

      await fault(page, 'refused').getByRole('button').click();
      await open(page).click();
      await logIn(page, 'a.clerk');
      await fault(page, 'not-admitted').getByText(unknown).waitFor();
      await fault(page, 'not-admitted').getByText('its role is not known here').waitFor();
      expect(await accessFaults(page)).toEqual([]);
      await picture(page, `sign-in-not-admitted-${locale}`);

      await provider.stop();
      await page.goto('/cases');
      await open(page).click();
      await fault(page, 'away').waitFor();
      expect(await accessFaults(page)).toEqual([]);
      await picture(page, `sign-in-away-${locale}`);
      await provider.start(form);
      await fault(page, 'away').getByRole('button').click();
      await page.getByPlaceholder('Enter any login').waitFor();
    },
    120_000,
  );

  test('what was not asked for in this window is not taken, and words that come with it are not shown', async () => {
    const { page } = await somebody();
    const words = 'Call 555 0100 and tell them your password';
    const returned = `code=x&state=y&error_description=${encodeURIComponent(words)}`;
    await page.goto(`/sign-in/return?${returned}`);
    await fault(page, 'not-begun').waitFor();
    expect(await page.getByText(words).count()).toBe(0);
    await picture(page, 'sign-in-not-begun-en');

    await page.goto('/cases');
    await door(page).click();
    await page.getByPlaceholder('Enter any login').waitFor();
    await page.goto(`/sign-in/return?code=x&state=forged`);
    await fault(page, 'not-begun').waitFor();
  }, 300_000);

  test('an ID token for another nonce is not believed', async () => {
    const { page } = await somebody();
    await page.goto('/cases');
    await page.route(/\/auth\?client_id|\/auth\?response_type/, (route) => {
      const asked = new URL(route.request().url());
      asked.searchParams.set('nonce', 'of somebody else');
      return route.continue({ url: asked.href });
    });
    await door(page).click();
    await logIn(page, 'jo.hale');
    await fault(page, 'not-believed').waitFor();
    expect(await heldBy(page)).toEqual([]);
    await picture(page, 'sign-in-not-believed-en');
  }, 300_000);

  test('keys that the provider has changed are taken as soon as they are asked for again', async () => {
    await officer();
    await provider.changeKey();
    await provider.start(form);
    const { page } = await somebody();
    await page.goto('/cases');
    for (let tries = 0; tries < 100 && !(await cases(page).isVisible()); tries += 1) {
      await door(page).click();
      if (tries === 0) await logIn(page, 'jo.hale');
      const told = fault(page, 'not-admitted');
      await cases(page).or(told).waitFor();
      if (await told.isVisible()) await told.getByRole('button').click();
    }
    await cases(page).waitFor();
  }, 300_000);
});

/** The access token that the page holds now. */
const tokenOf = (page: Page) =>
  page.evaluate<string>(`JSON.parse(sessionStorage.getItem('vestigo.granted')).token`);

/** What the page holds of a sign-in. */
const heldBy = (page: Page) =>
  page.evaluate<string[]>(`Object.keys(sessionStorage).filter((key) => key.startsWith('vestigo'))`);
