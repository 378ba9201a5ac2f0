import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { root } from '../e2e/service-process';

/**
 * For tests of the page: described where Chromium is at hand (`test/servers` looks for it, CHROMIUM names it). On a laptop
 * without it they are skipped, which `server: ` says aloud; in CI they run all the same and fail.
 */
export const withChromium =
  process.env['CHROMIUM'] !== undefined || process.env['CI'] === 'true' ? describe : describe.skip;

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
}

/** Somebody at a screen, whose browser prefers a language. */
export interface Reader {
  readonly page: Page;
  /** What the browser complained of: errors, and what the security policy kept out. */
  readonly complaints: string[];
  close(): Promise<void>;
}

export async function readerOf(browser: Browser, address: string, locale = 'en-GB'): Promise<Reader> {
  const context: BrowserContext = await browser.newContext({
    baseURL: address,
    locale,
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    timezoneId: 'America/Jamaica',
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints, close: () => context.close() };
}

/** Signs in as an officer of the demonstration. */
export async function signInAs(page: Page, officer: string): Promise<void> {
  await page.goto('/');
  await page.locator(`[data-officer="${officer}"]`).click();
  await page.getByRole('navigation').first().waitFor();
}

/** Turns the page light or dark, and waits until every colour has followed. */
export async function turn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
  await page.evaluate(`new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
    .then(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
    .then(() => true)`);
}

/** One load of axe serves a page until it is loaded anew: `@axe-core/playwright` opens a second page for each look. */
const axe = readFileSync(
  require.resolve('axe-core/axe.min.js', { paths: [require.resolve('@axe-core/playwright')] }),
  'utf8',
);
const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What breaks WCAG 2.2 AA on the screen as it stands; of its colours alone, when only they have changed. */
export async function accessFaults(
  page: Page,
  rules: readonly string[] = everyRule,
): Promise<readonly string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe);
  const options = {
    runOnly: rules,
    // Axe leaves it out where it is not asked for by name (2.5.8).
    ...(rules === everyRule && { rules: { 'target-size': { enabled: true } } }),
    resultTypes: ['violations'],
  };
  return page.evaluate<readonly string[]>(`axe.run(${JSON.stringify(options)}).then(({ violations }) =>
    violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) =>
      id + ': ' + help + ': ' + target.join(' ') + ' ' + failureSummary)))`);
}

const pictures = join(root, 'tmp', 'pictures');

/** Keeps a picture of the screen, or of all that can be scrolled to, to be looked at: `tmp/pictures/<name>.png`. */
export async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage });
}
