import type { Page } from 'playwright-core';
import { accessFaults, turn } from './browser';

// Scripts of the page, as text: the types of a browser do not reach the tests.

const named = `
  const name = (one) => {
    const words = (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40);
    return one.tagName.toLowerCase() + '.' + [...one.classList].filter((each) => !each.startsWith('m_')).join('.') + ' “' + words + '”';
  };
  const shown = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const holders = (one) => { const all = []; for (let up = one.parentElement; up; up = up.parentElement) all.push(up); return all; };
  const scrolls = (one) => /auto|scroll/.test(getComputedStyle(one).overflowX);
  const inScroller = (one) => holders(one).some((up) => scrolls(up) && up !== document.body && up !== document.documentElement);`;

/** What is cut off, lies beyond the edge, or lies over another: WCAG 2.2, 1.4.4, 1.4.10 and 1.4.12. */
const layout = `(() => {${named}
  const faults = [];
  const beyond = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (beyond > 0) faults.push('the page scrolls sideways by ' + beyond);
  for (const one of document.body.querySelectorAll('*')) {
    if (!(one instanceof HTMLElement) || !shown(one) || one.closest('[role=img], [role=menu]')) continue;
    const { left, right, width, height } = one.getBoundingClientRect();
    if (width <= 1 || height <= 1) continue;
    const { overflowX, overflowY, textOverflow } = getComputedStyle(one);
    const says = one.textContent.trim() !== '';
    const speaks = [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== '');
    if (speaks && !inScroller(one) && (right > innerWidth + 1 || left < -1)) faults.push('beyond the edge: ' + name(one));
    const hides = (way) => /hidden|clip/.test(way);
    if (says && hides(overflowX) && textOverflow !== 'ellipsis' && one.scrollWidth > one.clientWidth + 1) faults.push('cut off: ' + name(one));
    if (says && hides(overflowY) && one.scrollHeight > one.clientHeight + 1) faults.push('cut off below: ' + name(one));
  }
  const targets = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter((one) => shown(one) && !inScroller(one) && !one.closest('[role=dialog], [role=menu]'))
    .map((one) => [one, one.closest('header, nav, main'), one.getBoundingClientRect()]);
  targets.forEach(([one, within, a], place) => {
    for (const [other, around, b] of targets.slice(place + 1)) {
      const covers = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
      if (covers && within === around && !one.contains(other) && !other.contains(one)) faults.push('lies over another: ' + name(one) + name(other));
    }
  });
  return faults;
})()`;

/** What scrolls has a name and the keyboard; what is drawn names what says the same in words; nothing moves on and on. */
const told = `(() => {${named}
  const faults = [];
  for (const one of document.body.querySelectorAll('*')) {
    if (!(one instanceof HTMLElement) || !shown(one) || !scrolls(one) || one.scrollWidth <= one.clientWidth + 1) continue;
    if (one.tabIndex < 0 || !one.getAttribute('role') || !one.getAttribute('aria-label')) faults.push('scrolls without a name: ' + name(one));
  }
  for (const one of document.querySelectorAll('main [role=img]')) {
    const words = document.getElementById(one.getAttribute('aria-details') ?? '');
    if (!words?.querySelector('table, li')) faults.push('drawn and not told: ' + name(one));
  }
  for (const one of document.getAnimations()) {
    if (one.playState === 'running' && one.effect.getComputedTiming().endTime > 50) faults.push('moves: ' + name(one.effect.target));
  }
  return faults;
})()`;

/** The distances that a reader may set (WCAG 2.2, 1.4.12). */
const spaced = `{
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
  document.adoptedStyleSheets = [sheet];
}`;

/** Nothing else can break when only they have changed. */
const colours = ['color-contrast', 'link-in-text-block'];

const sizes = { wide: [1280, 800], 'at 200 %': [640, 400], 'at 400 %': [320, 256] } as const;
type Size = keyof typeof sizes;

async function at(page: Page, size: Size): Promise<void> {
  const [width, height] = sizes[size];
  await page.setViewportSize({ width, height });
  await page.evaluate(
    'new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))',
  );
}

const said = async (how: string, faults: Promise<readonly string[]>): Promise<readonly string[]> =>
  (await faults).map((fault) => `${how}: ${fault}`);

/** What keeps somebody out of the screen as it stands, in whichever colours it is. */
export async function barriers(page: Page, scheme: 'light' | 'dark'): Promise<readonly string[]> {
  const other = scheme === 'light' ? 'dark' : 'light';
  const read = async (script: string) => {
    let found = await page.evaluate<readonly string[]>(script);
    // A page that has just changed its size may still be laying itself out.
    for (let looks = 0; found.length > 0 && looks < 20; looks += 1) {
      await page.waitForTimeout(500);
      found = await page.evaluate<readonly string[]>(script);
    }
    return found;
  };
  const faults = [...(await said(scheme, accessFaults(page))), ...(await said(scheme, read(told)))];
  await turn(page, other);
  faults.push(...(await said(other, accessFaults(page, colours))));
  for (const size of ['at 200 %', 'at 400 %'] as const) {
    await at(page, size);
    faults.push(...(await said(size, read(layout))), ...(await said(size, read(told))));
  }
  await at(page, 'wide');
  faults.push(...(await said('wide', read(layout))));
  await page.evaluate(spaced);
  faults.push(...(await said('spaced', read(layout))));
  await page.evaluate('document.adoptedStyleSheets = []; 0');
  return faults;
}
