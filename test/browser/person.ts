import type { Locator, Page } from 'playwright-core';

/**
 * Seconds by the keystroke-level model (Card, Moran and Newell, The Psychology of Human-Computer Interaction, 1983, chapter 8): a decision
 * before each act, the hand to the mouse or back, the pointer to its goal, a click, and a key of somebody who types a code.
 */
const SECONDS = { decide: 1.35, reach: 0.4, point: 1.1, click: 0.2, key: 0.75 } as const;

const clicking = SECONDS.decide + SECONDS.reach + SECONDS.point + SECONDS.click;

export interface Effort {
  readonly clicks: number;
  readonly keys: number;
  /** What a person takes by the model, and beside it what the page and the browser took, in seconds. */
  readonly byModel: number;
  readonly byPage: number;
}

/**
 * Somebody who has a mouse and a keyboard, and no other way into the page. The time of the person is reckoned, not slept; the time of the
 * page is measured. Reading texts, and looking things up in papers, is in neither.
 */
export class Person {
  #clicks = 0;
  #keys = 0;
  #decisions = 0;
  #milliseconds = 0;

  constructor(readonly page: Page) {}

  async click(what: Locator): Promise<void> {
    this.#clicks += 1;
    await this.#timed(() => what.click());
  }

  async press(key: string): Promise<void> {
    this.#keys += 1;
    this.#decisions += 1;
    await this.#timed(() => this.page.keyboard.press(key));
  }

  async type(label: string, text: string): Promise<void> {
    await this.click(this.page.getByRole('textbox', { name: label }));
    await this.#keysOf(text);
  }

  /** In a list that is closed: its label, then as many letters of what is wanted as nothing else begins with. */
  async choose(label: string, option: string): Promise<void> {
    await this.click(this.page.locator('label').filter({ hasText: label }));
    const options = this.page.getByLabel(label).locator('option');
    const others = (await options.allTextContents()).filter((other) => other !== option);
    let letters = 1;
    while (letters < option.length && others.some((one) => one.startsWith(option.slice(0, letters))))
      letters += 1;
    await this.#keysOf(option.slice(0, letters));
    const chosen = options.filter({ hasText: option }).and(this.page.locator(':checked'));
    await this.#timed(() => chosen.waitFor({ state: 'attached' }));
  }

  /** Waits, as a person does, until something is there. */
  async sees(what: Locator): Promise<void> {
    await this.#timed(() => what.waitFor());
  }

  get effort(): Effort {
    const byPerson = this.#clicks * clicking + this.#keys * SECONDS.key + this.#decisions * SECONDS.decide;
    return {
      clicks: this.#clicks,
      keys: this.#keys,
      byModel: Math.round(byPerson),
      byPage: Math.round(this.#milliseconds / 1000),
    };
  }

  /** Playwright knows the keys of a US keyboard alone; a list that is closed hears no other letters from it. */
  async #keysOf(text: string): Promise<void> {
    this.#keys += text.length;
    await this.#timed(async () => {
      const keyboard = await this.page.context().newCDPSession(this.page);
      // Of keys that come a second apart the list makes two words; how long each takes to be sent is no pause of the person.
      const begun = Date.now() / 1000;
      for (const [place, key] of Array.from(text).entries()) {
        const timestamp = begun + place / 100;
        await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key, timestamp });
        await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp });
      }
      await keyboard.detach();
    });
  }

  async #timed(act: () => Promise<unknown>): Promise<void> {
    const begun = performance.now();
    await act();
    this.#milliseconds += performance.now() - begun;
  }
}
