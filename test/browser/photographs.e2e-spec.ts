import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { eventually } from '@vestigo/kernel/testing';
import { accessFaults, picture, withChromium } from './browser';
import { atEmptyExchange } from './empty-exchange';

withChromium('a photograph', () => {
  const at = atEmptyExchange();

  test('goes with the request to the officer who is asked, and to nobody who may not see it', async () => {
    const { page, complaints } = await at('officer', 'JAM');
    await page.goto('/requests/new');
    await page.getByRole('heading', { name: 'New request' }).waitFor();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Add photographs' }).click(),
    ]);
    const create = { width: 640, height: 400, channels: 3, background: '#7a5c3e' } as const;
    const buffer = await sharp({ create }).jpeg().toBuffer();
    await chooser.setFiles({ name: 'left.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByLabel('What it shows').selectOption({ label: 'Left side' });
    await seen(page.getByRole('img', { name: 'Photograph 1' }));
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'photograph-form-en');
    await writeRequest(page);
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByRole('heading', { name: 'Request to United States of America' }).waitFor();
    await seen(page.getByRole('img', { name: 'Left side' }));
    const path = new URL(page.url()).pathname.replace('requests', 'cases');
    expect(complaints).toEqual([]);

    for (const [locale, name] of [
      ['en-GB', 'Photograph: Left side'],
      ['ar', undefined],
    ] as const) {
      const asked = await at('officer', 'USA', locale);
      await onItsWay(asked.page, path);
      await asked.page.goto(path);
      await asked.page.getByText(underWay[locale]).waitFor();
      await asked.page.unrouteAll({ behavior: 'wait' });
      const shown =
        name === undefined ? asked.page.locator('main img') : asked.page.getByRole('img', { name });
      await seen(shown);
      expect(await accessFaults(asked.page)).toEqual([]);
      await picture(asked.page, `photograph-case-${locale.slice(0, 2)}`, true);
      expect(asked.complaints).toEqual([]);
    }

    const { page: watching } = await at('liaison', 'USA');
    const read: string[] = [];
    watching.on('request', (request) => read.push(new URL(request.url()).pathname));
    await watching.goto(path);
    await watching.getByText('You see where it stands, and not what it says').waitFor();
    expect(await watching.locator('main img').count()).toBe(0);
    expect(read.filter((one) => one.startsWith('/v1/photographs'))).toEqual([]);
  }, 300_000);
});

const underWay = { 'en-GB': 'The photograph is on its way', ar: 'الصورة في الطريق' } as const;

/** Has the page read the case as it is before its photograph has arrived. */
async function onItsWay(page: Page, path: string): Promise<void> {
  await page.route(`**/v1${path}`, async (route) => {
    const response = await eventually(async () => {
      const answer = await route.fetch();
      if (!answer.ok()) throw new Error(await answer.text());
      return answer;
    });
    const read = (await response.json()) as { readonly photographs: readonly object[] };
    const photographs = read.photographs.map((one) => ({ ...one, arrived: false }));
    await route.fulfill({ response, json: { ...read, photographs } });
  });
}

/** Until its bytes are there, and are a picture. */
async function seen(image: Locator): Promise<void> {
  await image.waitFor();
  await eventually(async () =>
    expect(
      await image.page().evaluate(`[...document.querySelectorAll('main img')].map(
      ({ complete, naturalWidth }) => complete && naturalWidth)`),
    ).toEqual([640]),
  );
}

async function writeRequest(page: Page): Promise<void> {
  await page.getByLabel('Seized').check();
  await page.getByLabel('Type of arm').selectOption('PISTOL_SELFLOADING');
  await page.getByLabel('Serial number').fill('PH 20417');
  await page.getByLabel('Made in').selectOption('USA');
  await page.getByRole('button', { name: 'Ask United States of America' }).click();
  await page.getByLabel('Illicit under the law').check();
  await page.getByLabel('Law or offence').fill('Firearms Act, section 20');
  await page.getByLabel('What the information is for').selectOption('INVESTIGATION');
}
