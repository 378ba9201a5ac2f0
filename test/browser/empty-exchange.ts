import type { Role } from '@vestigo/identity';
import type { Browser } from 'playwright-core';
import { ExchangeProcess, processesEnd, temporaryFolder } from '../e2e/exchange-process';
import { openBrowser, type Reader, readerOf } from './browser';
import { hold } from './device';

/** Signs somebody in at an exchange that began empty; each reader is gone after the test. To be called within a `describe`. */
export function atEmptyExchange(): (role: Role, state: string, locale?: string) => Promise<Reader> {
  let exchange: ExchangeProcess;
  let browser: Browser;
  const readers: Reader[] = [];

  beforeAll(async () => {
    exchange = await ExchangeProcess.started(await temporaryFolder(), '--no-demo');
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await processesEnd();
  });
  afterEach(() => Promise.all(readers.splice(0).map((reader) => reader.close())));

  return async (role, state, locale) => {
    const reader = await readerOf(browser, exchange.address, locale);
    readers.push(reader);
    const { token = '' } = await exchange.desk(role, state);
    await hold(reader.page, token);
    return reader;
  };
}
