import { eventually } from '@vestigo/kernel/testing';
import { accessFaults, picture, withChromium } from './browser';
import { atEmptyExchange } from './empty-exchange';

withChromium('a licit arm', () => {
  const at = atEmptyExchange();

  test('that was used in a crime is asked about by an instrument that covers it, with the exact place', async () => {
    const { page, complaints } = await at('officer', 'JAM');
    await page.goto('/requests/new');
    await page.getByLabel('Seized').check();
    await page.getByLabel('Type of arm').selectOption('PISTOL_SELFLOADING');
    await page.getByLabel('Serial number').fill('LC 30911');
    await page.getByLabel('State asked').selectOption('USA');
    await page.getByLabel('Law or offence').fill('Larceny Act, section 37');
    await page.getByLabel('What the information is for').selectOption('INVESTIGATION');
    await page.getByText('The exact place').click();
    await page.getByLabel('Found in the State').selectOption('JAM');
    await page.getByLabel('Area', { exact: true }).fill('Saint Ann');
    await page.getByLabel('Latitude').fill('18.43');
    await page.getByLabel('Longitude').fill('77 west');
    await page.getByText('More on the use, and other instruments').click();
    await page
      .getByLabel('What it is for, in your own words')
      .fill('To follow one pistol through three robberies.');
    await page.getByLabel('The arm is not illicit').check();
    expect(await accessFaults(page)).toEqual([]);
    await picture(page, 'requesting-licit-en', true);
    await page.getByRole('button', { name: 'Send request' }).click();
    const faults = page.getByRole('alert').getByRole('listitem');
    await faults.first().waitFor();
    await page.getByLabel('Longitude').fill('-77,2');
    await page.getByRole('button', { name: 'Send request' }).click();
    await faults.getByText('another instrument than the ITI').waitFor();
    await page.getByLabel('Firearms Protocol').check();
    await page.getByRole('button', { name: 'Send request' }).click();
    await page.getByRole('heading', { name: 'Request to United States of America' }).waitFor();
    for (const said of ['Saint Ann', '18.43', '-77.2', 'three robberies', 'Firearms Protocol']) {
      await page.getByText(said).first().waitFor();
    }
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const asked = await at('officer', 'USA');
    await eventually(async () => {
      await asked.page.goto(`/cases/${id}`);
      await asked.page.getByText('18.43, -77.2').waitFor({ timeout: 15_000 });
    });
    await asked.page.getByText('Licit, used in a crime').waitFor();
    expect(await accessFaults(asked.page)).toEqual([]);
    await picture(asked.page, 'responding-licit-en', true);
    // The service refused it twice, as it should.
    expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
  }, 300_000);
});
