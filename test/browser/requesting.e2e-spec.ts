import type { Browser, Page } from 'playwright-core';
import { eventually } from '@vestigo/kernel/testing';
import { type ExchangeProcess, processesEnd } from '../e2e/exchange-process';
import { accessFaults, openBrowser, picture, type Reader, readerOf, signInAs, withChromium } from './browser';
import { reads } from './device';
import { demonstration } from './demonstration';

withChromium('the requesting desk', () => {
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

  const at = async (locale = 'en-GB', scheme: 'light' | 'dark' = 'light') => {
    reader = await readerOf(browser, exchange.address, locale);
    await reader.page.emulateMedia({ colorScheme: scheme });
    await signInAs(reader.page, 'officer@JAM');
    return reader.page;
  };

  /** The United States answers that it went on to Colombia, under conditions. */
  const answered = async (id: string) => {
    const usa = await exchange.desk('officer', 'USA');
    const answer = {
      outcome: 'TRACED_EXPORTED_ON',
      onwardState: 'COL',
      chain: [
        { role: 'MANUFACTURED', date: '2009', state: 'USA' },
        {
          role: 'EXPORTED',
          date: '2011-05',
          from: 'Synthetic Arms Ltd',
          to: 'Synthetic Imports',
          state: 'USA',
        },
      ],
      conditions: [
        { kind: 'PURPOSE_ONLY', purposes: ['INVESTIGATION'] },
        { kind: 'EXPIRES', on: '2030-12-31' },
      ],
    };
    await eventually(async () => {
      expect((await usa.post(`/v1/cases/${id}/answer`, answer)).status).toBe(200);
    });
  };

  /** What the officer who is to decide sees. */
  const consentAtTheOtherDesk = async (id: string) => {
    const other = await readerOf(browser, exchange.address);
    await signInAs(other.page, 'officer@USA');
    await other.page.goto(`/cases/${id}`);
    await other.page.getByRole('heading', { name: 'Questions for consent' }).waitFor();
    await other.page.getByText('United States of America owes the decision (ITI 15(c))').waitFor();
    expect(await accessFaults(other.page)).toEqual([]);
    await picture(other.page, 'responding-consent-en', true);
    await other.close();
  };

  test('narrows its inbox by a link that says so, and searches by a serial number', async () => {
    const jamaica = await exchange.desk('officer', 'JAM');
    const [item] = request.items;
    const serial = { ...item?.serial, asObserved: 'QZ-77 104' };
    const sent = await jamaica.post<{ readonly id: string }>('/v1/requests', {
      ...request,
      items: [{ ...item, serial }],
    });
    const page = await at();
    await page.goto('/requests?due=OPEN&responding=USA&order=due');
    await page.getByRole('table').waitFor();
    expect(await page.getByLabel('Falls due').inputValue()).toBe('OPEN');
    await page
      .getByText(/^(Due in|Overdue by) /)
      .first()
      .waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'requesting-inbox-due-en');
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.getByRole('searchbox', { name: 'Search' }).fill('qz77104');
    await page.keyboard.press('Enter');
    await page.waitForURL(/text=qz77104/);
    const link = page.locator(`a[href="/requests/${sent.body.id}"]`);
    await link.waitFor();
    expect(await page.locator('[data-line]').count()).toBe(1);
    expect(reader.complaints).toEqual([]);
    await reader.close();
    const arabic = await at('ar', 'dark');
    await arabic.goto('/requests?order=due');
    await arabic.getByRole('table').waitFor();
    expect(await accessFaults(arabic)).toEqual([]);
    await picture(arabic, 'requesting-inbox-due-ar');
  }, 300_000);

  test('is told what is missing, and sends a request once it is written', async () => {
    const page = await at();
    await page.getByRole('table').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await picture(page, 'requesting-inbox-en');
    expect(await accessFaults(page)).toEqual([]);
    await page.keyboard.press('n');
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByRole('button', { name: 'Say how it came into official hands' }).click();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'requesting-faults-en');
    await page.getByLabel('Law or offence').fill('Firearms Act');
    const faults = page.getByRole('alert').getByRole('listitem');
    expect(await faults.count()).toBe(5);
    expect(await page.getByLabel('Law or offence').and(page.locator(':focus')).count()).toBe(1);
    await writeRequest(page);
    expect(await faults.count()).toBe(0);
    await picture(page, 'requesting-form-en');
    expect(await accessFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByRole('heading', { name: 'Request to United States of America' }).waitFor();
    await page.getByText('AB?4').first().waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'requesting-sent-en');
    expect(reader.complaints).toEqual([]);
  }, 300_000);

  test('is warned that it asks the same once more, and keeps a draft instead', async () => {
    const page = await at();
    await page.goto('/requests/new');
    await writeRequest(page);
    await reads(page, 'INVESTIGATION');
    await page.reload();
    await page.getByText('You began this request earlier').waitFor();
    expect(await page.getByLabel('Serial number').inputValue()).toBe('AB?4');
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByText('Earlier requests on, perhaps, the same arm').waitFor();
    await picture(page, 'requesting-duplicates-en');
    expect(await accessFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Do not send yet' }).click();
    await page.getByRole('button', { name: 'Keep as draft' }).click();
    await page.getByText('This is a draft').waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'requesting-draft-en');
    expect(reader.complaints).toEqual([]);
  }, 300_000);

  test('reads an answer with its conditions, asks the State that it names, and follows the trail', async () => {
    const jamaica = await exchange.desk('officer', 'JAM');
    const sent = await jamaica.post<{ readonly id: string }>('/v1/requests', request);
    const { id } = sent.body;
    await answered(id);
    const page = await at();
    await page.goto(`/requests/${id}`);
    await page.getByText('Exported on to another State').waitFor();
    await page.getByText('Use it only for: Investigation').waitFor();
    await page.getByRole('link', { name: 'Ask Colombia next' }).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'requesting-answer-en');

    await page.getByRole('button', { name: 'Ask for consent' }).click();
    await page.getByLabel('The further State').selectOption('COL');
    await page.getByLabel('For what purpose').fill('To follow the lead there.');
    await picture(page, 'requesting-act-en');
    expect(await accessFaults(page)).toEqual([]);
    const dialog = page.getByRole('dialog');
    await jamaica.post(`/v1/requests/${id}/disclosure-notices`, {
      items: [1],
      recipient: 'A court',
      reason: 'Ordered.',
    });
    await dialog.getByRole('button', { name: 'Ask for consent' }).click();
    await dialog.getByText('Somebody was quicker').waitFor();
    await picture(page, 'requesting-conflict-en');
    // The other desk's word on its arrival may be quicker once more.
    const done = page.getByText('Done. The other State is told.');
    await eventually(async () => {
      if (await done.isVisible()) return;
      await dialog.getByRole('button', { name: 'Ask for consent' }).click({ timeout: 5000 });
      await done.waitFor({ timeout: 10_000 });
    });

    await page.getByRole('heading', { name: 'Questions for consent' }).waitFor();
    await page.getByText('United States of America owes the decision (ITI 15(c))').waitFor();
    await page.getByText('Target of this exchange').first().waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'requesting-consent-en', true);
    await consentAtTheOtherDesk(id);

    await page.getByRole('link', { name: 'Ask Colombia next' }).click();
    await page.getByRole('heading', { name: 'Follow-on request' }).waitFor();
    await picture(page, 'requesting-follow-on-en');
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByRole('heading', { name: 'Request to Colombia' }).waitFor();
    await page.getByRole('link', { name: 'Trail' }).click();
    await page.getByRole('heading', { name: 'Trail of a request' }).waitFor();
    await page.getByRole('img', { name: 'Trail 1 as a graph' }).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'trace-en');
    // A version that was seen is none any more: 412, which the browser writes down.
    expect(reader.complaints.filter((one) => !one.includes('412'))).toEqual([]);

    const trace = new URL(page.url()).pathname;
    await reader.close();
    const arabic = await at('ar', 'dark');
    for (const [name, path, shown] of [
      ['trace', trace, 'svg[role=img]'],
      ['requesting-answer', `/requests/${id}`, 'main table'],
      ['requesting-form', '/requests/new', 'main form'],
      ['requesting-import', '/requests/import', 'main [type=radio]'],
    ] as const) {
      await arabic.goto(path);
      await arabic.locator(shown).first().waitFor();
      expect(await accessFaults(arabic)).toEqual([]);
      await picture(arabic, `${name}-ar`);
    }
  }, 420_000);

  test('checks a file line by line before anything is sent', async () => {
    const page = await at();
    await page.goto('/requests/import');
    await page.getByRole('link', { name: 'Download the template' }).waitFor();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a file' }).click(),
    ]);
    const { items: _, ...without } = request;
    const lines = [request, without].map((one) => JSON.stringify(one)).join('\n');
    await chooser.setFiles({ name: 'requests.ndjson', mimeType: '', buffer: Buffer.from(lines) });
    await page.getByRole('button', { name: 'Hand in' }).click();
    await page.getByText('Checked; nothing was sent').waitFor();
    await page.getByRole('table', { name: 'What to mend in the file' }).waitFor();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'requesting-import-en');
    expect(reader.complaints).toEqual([]);
  }, 300_000);
});

const request = {
  respondingState: 'USA',
  priority: 'ROUTINE',
  illicitGrounds: ['ILL_NATLAW'],
  legalBasis: 'Firearms Act, section 20',
  intendedUse: 'INVESTIGATION',
  acquisitionMode: 'SEIZED',
  items: [
    {
      kind: 'ARM',
      type: 'REVOLVER',
      serial: { asObserved: 'KX 5521', part: 'CYLINDER', condition: 'INTACT' },
    },
  ],
};

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
