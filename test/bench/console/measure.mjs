import { join } from 'node:path';
import { ensureChromium } from '../../../infra/chromium/chromium.mjs';
import { chromium } from 'playwright-core';
import { addressOf, startNode, stop } from '../children.mjs';
import { exchangeOf } from '../edge/exchange.mjs';
import { figureOf } from '../figures.mjs';
import { inRounds, median } from '../rounds.mjs';
import { newFolder } from '../scratch.mjs';
import { keptOnDevice, newDevice, visit } from './visit.mjs';
import { workTheBarePage, workTheMatrix, workTheQueue } from './work.mjs';

/** Where an officer arrives: the demonstration, by its groups of screens. */
const screens = [
  { name: 'sign-in', path: '/', list: '[data-officer]' },
  { name: 'requests', path: '/requests', officer: 'officer@JAM', list: 'tbody tr' },
  { name: 'cases', path: '/cases', officer: 'officer@USA', list: 'tbody tr', work: workTheQueue },
  { name: 'overview', path: '/overview', officer: 'coordinator', list: 'tbody tr', work: workTheMatrix },
  { name: 'traces', path: '/traces', officer: 'officer@JAM', list: 'main h1' },
];
const bare = { name: 'bare', path: '/', list: 'tbody tr', work: workTheBarePage };

/** Kilobytes of a first load, as the build has it (issue 5, 1). */
const budget = 250;

/** Shift of the layout that is still good, of https://web.dev/articles/cls. */
const goodShift = 0.1;

const against = 'React and one table, served alike';

/** What the page costs and how it feels: over the machine's own link and over one of 300 kbit/s with 2 % loss. */
export async function* measureConsole({ dist, folder, quick }) {
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const world = await worldIn(dist, folder);
  try {
    yield* figuresOver('plain', browser, world.plain, screens, quick ? 1 : 5);
    const onPoorLink = screens.filter(({ name }) => !quick || name === 'cases');
    yield* figuresOver('poor', browser, world.poor, onPoorLink, quick ? 1 : 3);
  } finally {
    await browser.close();
    await world.stop();
  }
}

/** An exchange with its demonstration and the bare page, each by its own address and by one on the poor link. */
async function worldIn(dist, folder) {
  const settings = { HOST: '127.0.0.1', PORT: '0', VESTIGO_DATA: newFolder(folder, 'data') };
  const exchange = startNode([exchangeOf(dist), 'start'], settings);
  const ours = await addressOf(exchange);
  const page = startNode([join(import.meta.dirname, 'bare-server.mjs'), dist, newFolder(folder, 'bare')]);
  const theirs = await addressOf(page);
  const links = [ours, theirs].map((address) =>
    startNode([
      '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      join(import.meta.dirname, 'link.mjs'),
      address,
    ]),
  );
  const [oursFar, theirsFar] = await Promise.all(links.map(addressOf));
  const tokens = new Map();
  for (const { officer } of screens) {
    if (officer !== undefined) tokens.set(officer, await tokenOf(ours, officer));
  }
  const at = (own, other) => (screen) => ({
    ...screen,
    address: screen === bare ? other : own,
    token: tokens.get(screen.officer),
  });
  return {
    plain: at(ours, theirs),
    poor: at(oursFar, theirsFar),
    async stop() {
      for (const started of [...links, page, exchange]) await stop(started);
    },
  };
}

async function tokenOf(address, officer) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${address}/v1/sign-in`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ officer }),
  });
  return (await answer.json()).token;
}

async function* figuresOver(link, browser, at, measured, rounds) {
  const visits = new Map([bare, ...measured].map(({ name }) => [name, []]));
  const comings = [bare, ...measured].map((screen) => [
    screen.name,
    async (warming) => {
      // A first round over the poor link would warm nothing that the one over the plain link has not.
      if (warming && link === 'poor') return;
      const seen = await visitTwice(browser, at(screen), screen.work);
      if (!warming) visits.get(screen.name).push(seen);
    },
  ]);
  await inRounds(rounds, Object.fromEntries(comings));

  const middle = (name, read) => median(visits.get(name).map(read));
  const ratio = (name, read) =>
    median(visits.get(name).map((seen, round) => read(seen) / read(visits.get('bare')[round])));
  const beside = (name, what, unit, read) =>
    figureOf(`console.${name}.${what}`, middle(name, read), unit, ratio(name, read), against);
  for (const { name, work } of measured) {
    if (link === 'plain') {
      const kb = middle(name, ({ first }) => first.kb);
      yield figureOf(`console.${name}.kb`, kb, 'KB', kb / budget, 'the budget of the build, 250 KB');
      yield beside(name, 'script', 'KB', ({ first }) => first.scriptKb);
      // Not beside the bare page: it reads nothing.
      const answers = middle(name, ({ first }) => first.answersKb);
      yield figureOf(`console.${name}.answers`, answers, 'KB', answers / kb, 'the files of the page');
      yield beside(name, 'requests', 'requests', ({ first }) => first.requests);
      const shift = middle(name, ({ first }) => first.cls);
      yield figureOf(`console.${name}.cls`, shift, '', shift / goodShift, 'a shift that is still good, 0.1');
    }
    for (const coming of ['first', 'again']) {
      for (const paint of ['fcp', 'lcp', 'ready']) {
        yield beside(name, `${link}.${coming}.${paint}`, 'ms', (seen) => seen[coming][paint]);
      }
    }
    if (work) yield beside(name, `${link}.press.p95`, 'ms', ({ press }) => press);
  }
}

/** Somebody comes for the first time, works, and comes again. */
async function visitTwice(browser, screen, work) {
  const context = await newDevice(browser, screen);
  try {
    const { page, told: first } = await visit(context, screen.path);
    const press = work ? await pressOf(page, work) : undefined;
    if (screen.name !== 'bare') await keptOnDevice(page);
    await page.close();
    const { told: again } = await visit(context, screen.path);
    return { first, again, press };
  } finally {
    await context.close();
  }
}

/** Milliseconds: the browser tells of no press that took less. */
const shortest = 16;

/** Milliseconds from a press to the paint after it; 95 of a hundred take less. */
async function pressOf(page, work) {
  const before = (await page.evaluate('benchOf()')).interactions.length;
  const presses = await work(page);
  const told = (await page.evaluate('benchOf()')).interactions.slice(before);
  const untold = Array.from({ length: Math.max(0, presses - told.length) }, () => shortest);
  const sorted = [...told, ...untold].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1];
}
