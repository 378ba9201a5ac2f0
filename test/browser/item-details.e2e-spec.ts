import { eventually } from '@vestigo/kernel/testing';
import type { Page } from 'playwright-core';
import { accessFaults, picture, withChromium } from './browser';
import { atEmptyExchange } from './empty-exchange';

withChromium('what an examiner sees', () => {
  const at = atEmptyExchange();

  const fill = async (page: Page, written: Readonly<Record<string, string>>) => {
    for (const [label, text] of Object.entries(written)) {
      await page.getByRole('textbox', { name: label, exact: true }).last().fill(text);
    }
  };

  const choose = async (page: Page, chosen: Readonly<Record<string, string>>) => {
    for (const [label, code] of Object.entries(chosen)) {
      await page.getByRole('combobox', { name: label }).last().selectOption(code);
    }
  };

  const add = (page: Page, what: string) => page.getByRole('button', { name: what }).last().click();

  test('of an arm and of a lot of ammunition is written down, and read by the State asked', async () => {
    const { page, complaints } = await at('officer', 'JAM');
    await page.goto('/requests/new');
    await page.getByLabel('Found', { exact: true }).check();
    await choose(page, { 'Type of arm': 'ASSAULT_RIFLE' });
    await add(page, 'Add an import mark');
    await page.getByRole('button', { name: 'Remove: Import mark 1' }).click();
    await add(page, 'Add another mark');
    await choose(page, { 'Kind of mark': 'STATE_STOCK' });
    await fill(page, { 'Mark as it reads': 'PA 4417', 'Where the mark stands': 'left of the stock' });
    await page.getByText('More about the arm').click();
    await choose(page, { Action: 'SELECT', Conversion: 'NONE', 'Factory symbol': 'CIRCLE_11' });
    await page.getByLabel('Proof marks').fill('crowned anchor\n\nFB\n');
    await fill(page, { 'Length in millimetres': '870' });

    await add(page, 'Add another item');
    await choose(page, { 'Type of arm': 'REVOLVER', 'What it is': 'AMMUNITION' });
    await fill(page, { Calibre: '7.62x39', 'Lot number': '04-88' });
    await page.getByText('More about the ammunition').click();
    await add(page, 'Add a sign of the headstamp');
    await fill(page, { 'Place on the clock, 1 to 12': '13', 'Sign as stamped': '711' });
    await choose(page, { 'Casing material': 'STEEL' });
    await fill(page, { 'Colour of the tip': 'green' });
    await add(page, 'Add packaging');
    await choose(page, { 'Kind of packaging': 'CRATE' });
    await fill(page, { 'Contract number': 'K-1209', 'Quantity on the packaging': '1440' });
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'requesting-details-en', true);

    await choose(page, { 'State asked': 'USA', 'What the information is for': 'INVESTIGATION' });
    await fill(page, { 'Law or offence': 'Firearms Act, section 20' });
    await page.getByLabel('Illicit under the law of the State where it was found').check();
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByRole('alert').getByRole('button').first().click();
    await page.getByLabel('Place on the clock, 1 to 12').fill('12');
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByRole('heading', { name: 'Request to United States of America' }).waitFor();

    const read = async (reader: Page) => {
      for (const said of [
        ...['PA 4417, left of the stock', 'State stock mark', 'Selective fire', '11 in a circle'],
        ...['crowned anchor, FB', '870', '12h 711', 'Steel', 'green', '1440, K-1209', 'Crate'],
      ]) {
        await reader.getByText(said).first().waitFor();
      }
    };
    await read(page);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const asked = await at('officer', 'USA');
    await eventually(async () => {
      await asked.page.goto(`/cases/${id}`);
      await asked.page.getByText('PA 4417').first().waitFor({ timeout: 15_000 });
    });
    await read(asked.page);
    expect(await accessFaults(asked.page)).toEqual([]);
    await picture(asked.page, 'responding-details-en', true);
    // The service refused it once, as it should.
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
  }, 300_000);
});
