import type { Page } from 'playwright-core';

// Scripts of the page, as text: the types of a browser do not reach the tests.

/** Where the focus is, in words, with what is wrong with how it is shown; nothing where it is on no element. */
const standing = `(() => {
  const one = document.activeElement;
  if (!one || one === document.body) return { at: '', faults: [] };
  const words = (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40);
  const at = one.tagName.toLowerCase() + ' “' + words + '”';
  const faults = [];
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const marked = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
  const beside = one.parentElement?.querySelector(':scope > :focus-visible ~ *');
  if (!marked && !(beside && parseFloat(getComputedStyle(beside).outlineWidth) >= 2 && getComputedStyle(beside).outlineStyle !== 'none')) faults.push('not marked: ' + at);
  const box = one.getBoundingClientRect();
  const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
  const seen = [[(left + right) / 2, (top + bottom) / 2], [left + 3, top + 3], [right - 3, bottom - 3], [right - 3, top + 3], [left + 3, bottom - 3]].some(([x, y]) => {
    const there = document.elementFromPoint(x, y);
    return there !== null && (one.contains(there) || there.contains(one) && !there.matches('main, html, body') || there.closest('label')?.contains(one));
  });
  if (!seen) faults.push('hidden: ' + at);
  return { at, faults };
})()`;

export interface Standing {
  readonly at: string;
  readonly faults: readonly string[];
}

export const whereFocusIs = (page: Page) => page.evaluate<Standing>(standing);

/** More stops than any screen has. */
const most = 400;

/** Backwards through all that takes the focus, from the end of the screen to its beginning; gives what is wrong on the way. */
export async function walkedBack(page: Page): Promise<readonly string[]> {
  await page.evaluate(`{
    const end = document.createElement('span');
    end.tabIndex = -1;
    document.body.append(end);
    end.focus();
    end.addEventListener('blur', () => end.remove());
  }`);
  const faults: string[] = [];
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Shift+Tab');
    const { at, faults: here } = await whereFocusIs(page);
    faults.push(...here);
    if (await page.evaluate(`document.activeElement?.matches('[href="#content"]') ?? false`)) return faults;
    if (at === '') return [...faults, 'nothing has the focus'];
  }
  return [...faults, 'no way out'];
}

/** Forward until what has the focus answers to the selector. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)}) ?? false`)) return;
  }
  throw new Error(`${selector} is not reached by the keyboard`);
}
