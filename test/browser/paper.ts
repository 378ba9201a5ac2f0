import type { Page } from 'playwright-core';

// Scripts of the page, as text: the types of a browser do not reach the tests.

/** A4 within its margins of 1 cm, in pixels of 1/96 inch. */
export const SHEET = { width: 718, height: 1047 };

/** What is on paper and means nothing there, or is cut off at its edge. */
const wrongOnPaper = `(() => {
  const faults = [];
  const shown = (one) => one.checkVisibility({ visibilityProperty: true });
  const name = (one) => one.tagName.toLowerCase() + ' “' + (one.textContent ?? '').trim().slice(0, 40) + '”';
  for (const one of document.querySelectorAll('header, nav, button, input, select, textarea, [href="#content"]')) {
    if (shown(one)) faults.push('not for paper: ' + name(one));
  }
  for (const one of document.querySelectorAll('main *')) {
    if (!(one instanceof HTMLElement) || !shown(one) || one.closest('[role=img]')) continue;
    const { left, right, width, height } = one.getBoundingClientRect();
    if (width <= 1 || height <= 1) continue;
    if (right > innerWidth + 1 || left < -1) faults.push('beyond the edge: ' + name(one));
    const { overflowX, overflowY } = getComputedStyle(one);
    if (overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1) faults.push('cut off: ' + name(one));
    if (overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1) faults.push('cut off below: ' + name(one));
  }
  return faults;
})()`;

export const paperFaults = (page: Page) => page.evaluate<readonly string[]>(wrongOnPaper);
