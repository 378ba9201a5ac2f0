import type { Browser, Page } from 'playwright-core';
import { type ExchangeProcess, processesEnd } from '../e2e/exchange-process';
import { accessFaults, openBrowser, picture, type Reader, readerOf, signInAs, withChromium } from './browser';
import { demonstration } from './demonstration';

const queue = (page: Page) => page.getByRole('table', { name: 'Cases of your State' });

/** Opens the first case of the queue as it is filtered, by the keyboard alone. */
async function openFirst(page: Page, search: string): Promise<string> {
  await page.goto(`/cases?${search}`);
  await queue(page).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Both clocks' }).waitFor();
  return new URL(page.url()).pathname;
}

withChromium('the responding desk', () => {
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

  async function officer(locale = 'en-GB', name = 'officer@USA'): Promise<Reader> {
    const reader = await readerOf(browser, exchange.address, locale);
    readers.push(reader);
    await signInAs(reader.page, name);
    return reader;
  }

  test('sees first what falls due next, in words, and acknowledges several at once', async () => {
    const { page, complaints } = await officer();
    await page.goto('/cases');
    await queue(page).waitFor();
    expect(await queue(page).textContent()).toMatch(/Overdue by [\d,]+ day/);
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'responding-queue-en');
    await page.getByLabel('State of the matter').selectOption({ label: 'Received' });
    await page.waitForURL(/status=received/);
    await queue(page).waitFor();
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await page.getByText('2 selected').waitFor();
    await page.keyboard.press('a');
    await page.getByText('2 of 2 acknowledged').waitFor();
    await picture(page, 'responding-batch-en');
    expect(complaints).toEqual([]);
  }, 300_000);

  test('answers a case by its own form, and says what is missing before it is sent', async () => {
    const { page, complaints } = await officer();
    const path = await openFirst(page, 'status=acknowledged');
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'responding-case-en');
    await page.keyboard.press('w');
    await page.getByRole('heading', { level: 1, name: 'Answer' }).waitFor();
    await page.getByRole('button', { name: 'Answer' }).click();
    await page.getByRole('alert').getByText('There is a problem').waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'responding-answer-fault-en');
    await page.getByLabel('Exported on to another State').check();
    await page.getByLabel('Where to ask next').selectOption({ label: 'Colombia' });
    await page.getByRole('button', { name: 'Add a step' }).click();
    await page.getByLabel('What happened').selectOption({ label: 'Exported' });
    await page.getByLabel('To no other State').check();
    await picture(page, 'responding-answer-en');
    expect(await accessFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Answer' }).click();
    await page.waitForURL((url) => url.pathname === path);
    await page.getByRole('heading', { name: 'What your State answered' }).waitFor();
    await page.getByText('They pass it to no other State without asking you first.').waitFor();
    await picture(page, 'responding-answered-en');
    expect(complaints).toEqual([]);
  }, 300_000);

  test('shows the second of two officers what the first one did, and overwrites nothing', async () => {
    const [first, second] = [await officer(), await officer()];
    const path = await openFirst(first.page, 'status=received');
    for (const { page } of [first, second]) {
      await page.goto(`${path}/refuse`);
      await page.getByRole('heading', { level: 1, name: 'Refuse' }).waitFor();
      await page.getByLabel('National security (ITI 22)').check();
    }
    await second.page.getByLabel('Reason, in your words').fill('The stock is not spoken of.');
    await first.page.goto(`${path}/request-information`);
    await first.page.getByLabel('Your question').fill('Which mark stands on the slide?');
    await first.page.getByRole('button', { name: 'Ask for information' }).click();
    await first.page.waitForURL((url) => url.pathname === path);

    await second.page.getByRole('button', { name: 'Refuse' }).click();
    await second.page.getByText('A colleague was quicker: nothing was sent').waitFor();
    await second.page.getByText('Which mark stands on the slide?').waitFor();
    expect(await second.page.getByLabel('Reason, in your words').inputValue()).toBe(
      'The stock is not spoken of.',
    );
    expect(await accessFaults(second.page)).toEqual([]);
    await picture(second.page, 'responding-conflict-en');
    await second.page.getByRole('button', { name: 'I have seen this; go on' }).click();
    await second.page.getByRole('button', { name: 'Refuse' }).click();
    await second.page.waitForURL((url) => url.pathname === path);
    await second.page.getByText('National security (ITI 22)').first().waitFor();
  }, 300_000);

  test('is the same desk in Arabic and in the dark', async () => {
    const { page, complaints } = await officer('ar');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto('/cases');
    await page.getByRole('table', { name: 'قضايا دولتك' }).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'responding-queue-ar');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'المهلتان' }).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'responding-case-ar');
    expect(complaints).toEqual([]);
  }, 300_000);

  test('shows whoever watches over it how it stands, and nothing of what it says', async () => {
    const { page } = await officer('en-GB', 'liaison@USA');
    await openFirst(page, '');
    await page.getByText('You see where it stands, and not what it says').waitFor();
    expect(await page.getByRole('group', { name: 'What you can do' }).count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'What is asked' }).count()).toBe(0);
  }, 300_000);
});
