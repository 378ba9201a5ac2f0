/** What is done at the screens by hand, each with real presses; it resolves with how many there were. */

/** Down and up the queue, a case opened and left again. */
export async function workTheQueue(page) {
  const rows = page.locator('tbody tr');
  const keys = [...'jjjjjkkkjj'];
  for (const key of keys) await pressed(page, () => page.keyboard.press(key));
  for (let opened = 0; opened < 3; opened += 1) {
    await pressed(page, () => page.keyboard.press('Enter'));
    await page.waitForURL(/\/cases\/[^?]+/);
    await page.locator('main h1').waitFor();
    await page.goBack();
    await rows.first().waitFor();
    await pressed(page, () => page.keyboard.press('j'));
  }
  return keys.length + 6;
}

/** One measure after the other, by the keyboard. */
export async function workTheMatrix(page) {
  const measures = page.locator('main select').first();
  await measures.focus();
  for (let turn = 0; turn < 12; turn += 1) {
    await pressed(page, () => page.keyboard.press(turn < 6 ? 'ArrowDown' : 'ArrowUp'));
    await page.locator('tbody tr').first().waitFor();
  }
  return 12;
}

/** The bare page heeds any key. */
export async function workTheBarePage(page) {
  for (let turn = 0; turn < 16; turn += 1) await pressed(page, () => page.keyboard.press('j'));
  return 16;
}

/** A press, and the paints after it: presses that wait for each other would be counted together. */
async function pressed(page, press) {
  await press();
  await page.evaluate(
    () => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))),
  );
}
