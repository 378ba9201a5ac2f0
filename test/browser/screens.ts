import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { eventually } from '@vestigo/kernel/testing';
import type { ExchangeProcess } from '../e2e/exchange-process';
import { preparedMatters } from '../e2e/prepared-matters';

/** Matters of the two desks, each so far along that another screen can be shown on it. */
export interface Places {
  readonly draft: string;
  readonly open: string;
  readonly answered: string;
  readonly unclear: string;
  readonly released: string;
}

export interface Screen {
  /** As the router has it; none where it has no such screen. */
  readonly route?: string;
  readonly path: string;
  /** Brings the screen to the state that is looked at; what else the fault is called by. */
  readonly then?: readonly [state: string, act: (page: Page) => Promise<void>];
}

export type Sitter = 'nobody' | 'officer@JAM' | 'officer@USA' | 'coordinator';

export async function placesIn(exchange: ExchangeProcess): Promise<Places> {
  const desks = {
    requester: await exchange.desk('officer', 'JAM'),
    responder: await exchange.desk('officer', 'USA'),
  };
  const at = async (path: string) => (await eventually(() => preparedMatters(desks, path, 1)))[0] ?? '';
  return {
    draft: await at('/v1/requests/{id}/draft'),
    open: await at('/v1/cases/{id}/search'),
    answered: await at('/v1/cases/{id}/consents/{number}'),
    unclear: await at('/v1/cases/{id}/clarifications/{number}'),
    released: await at('/v1/cases/{id}/restrictions'),
  };
}

const press = (selector: string) => (page: Page) => page.locator(selector).first().click();
const pressed = (state: string, selector: string, shown: string): NonNullable<Screen['then']> => [
  state,
  async (page) => {
    await press(selector)(page);
    await page.locator(shown).first().waitFor();
  },
];
const keys: NonNullable<Screen['then']> = [
  'keys',
  async (page) => {
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
  },
];
const sent = pressed(
  'sent as it is',
  'main form [type=submit]',
  'main [role=alert], main [aria-invalid=true]',
);

/** Every screen, and its states, by who sees it. */
export const screensOf = (at: Places): Readonly<Record<Sitter, readonly Screen[]>> => ({
  nobody: [
    { route: '/sign-in', path: '/sign-in' },
    { route: '/sign-in/return', path: '/sign-in/return' },
    { path: '/nowhere' },
  ],
  'officer@JAM': [
    { route: '/', path: '/' },
    { route: '/requests', path: '/requests' },
    { path: '/requests', then: keys },
    {
      path: '/requests',
      then: pressed('who is signed in', 'header button[aria-haspopup] >> nth=-1', '[role=menu]'),
    },
    { path: '/requests?status=undeliverable' },
    { route: '/requests/new', path: '/requests/new' },
    { path: '/requests/new', then: sent },
    { route: '/requests/import', path: '/requests/import' },
    { route: '/requests/$id', path: `/requests/${at.answered}` },
    {
      path: `/requests/${at.answered}`,
      then: pressed('an act', 'main [role=group]:not(:has(table)) button', '[role=dialog] form'),
    },
    { path: `/requests/${at.draft}` },
    { path: `/requests/${at.unclear}` },
    { path: `/requests/${randomUUID()}` },
    { route: '/traces', path: '/traces' },
    { path: '/traces', then: sent },
    { route: '/traces/$id', path: `/traces/${at.answered}` },
    { path: '/overview?year=2019' },
  ],
  'officer@USA': [
    { route: '/cases', path: '/cases' },
    {
      path: '/cases?due=OVERDUE',
      then: pressed('a name for the filter', 'main nav button', '[role=dialog] form'),
    },
    { path: '/cases?status=lapsed' },
    ...[at.open, at.answered, at.unclear, at.released].map((id) => ({
      route: '/cases/$id',
      path: `/cases/${id}`,
    })),
    { path: `/cases/${at.open}/lift` },
    { path: `/cases/${randomUUID()}` },
  ],
  coordinator: [
    { route: '/overview', path: '/overview?measure=answerDays' },
    { route: '/overview/due', path: '/overview/due' },
    { route: '/overview/requests', path: '/overview/requests?requesting=JAM&responding=USA&figure=refused' },
    {
      route: '/overview/figures',
      path: '/overview/figures?requesting=JAM&responding=USA&measure=answerDays',
    },
    { route: '/overview/map', path: '/overview/map' },
    { route: '/overview/report', path: '/overview/report' },
    { path: '/overview', then: pressed('colours', 'header button[aria-haspopup]', '[role=menu]') },
  ],
});

/** The acts that the case on the screen offers, each with a form. */
export async function actsOffered(page: Page): Promise<readonly Screen[]> {
  const paths = await page.evaluate<readonly string[]>(
    `[...document.querySelectorAll('main a')].map(({ pathname }) => pathname)`,
  );
  return paths
    .filter((path) => /^\/cases\/[^/]+\/[^/]+$/.test(path))
    .flatMap((path) => [
      { route: '/cases/$id/$act', path },
      { path, then: sent },
    ]);
}

/** The addresses that the page's own router knows. */
export const routesOf = (page: Page) =>
  page.evaluate<readonly string[]>('Object.keys(__TSR_ROUTER__.routesByPath)');

/** Goes to another screen without loading the page anew, until all of it is there. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate(`__TSR_ROUTER__.history.push(${JSON.stringify(path)})`);
  await settled(page);
}

/** Until a screen stands still: its address reached, its figures read, its charts drawn. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(`new Promise((resolve, reject) => {
    const end = performance.now() + 60000;
    const loads = '.mantine-Skeleton-root, .mantine-Loader-root, figure[data-drawn=false]';
    const look = () => {
      const { state, history } = __TSR_ROUTER__;
      const here = state.status === 'idle' && state.resolvedLocation?.href === history.location.href;
      if (here && document.querySelector('h1') && !document.querySelector(loads)) resolve(true);
      else if (performance.now() > end) reject(new Error(history.location.href + ' does not come to rest'));
      else setTimeout(look, 25);
    };
    look();
  })`);
}
