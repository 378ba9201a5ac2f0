import { join } from 'node:path';
import autocannon from 'autocannon';
import { runNode } from '../children.mjs';
import { asked, bodyOn } from './request.mjs';

/** Requests a second over so many connections, each waiting for its answer. Rejects when one is not answered with 2xx. */
export async function postFrom(connections, target, seconds) {
  return posted(target, { connections, duration: seconds });
}

/** Resolves when so many are answered: what runs that often is compiled by then. */
export async function warm(target, requests) {
  await posted(target, { connections: 64, amount: requests });
}

async function posted(target, options) {
  const { url, headers } = asked(target);
  const one = { url, method: 'POST', headers, body: bodyOn('[<id>]'), idReplacement: true };
  const result = await autocannon({ ...one, ...options });
  const { non2xx, errors, timeouts } = result;
  if (non2xx + errors + timeouts > 0 || result['2xx'] === 0) {
    throw new Error(`${url}: ${JSON.stringify({ good: result['2xx'], non2xx, errors, timeouts })}`);
  }
  return result['2xx'] / result.duration;
}

/** The 99th percentile of the time to an answer, in ms, at so many requests a second. */
export async function p99At(rate, target, seconds) {
  const sender = join(import.meta.dirname, 'open-loop.mjs');
  return Number(await runNode([sender, String(rate), String(seconds)], { TARGET: JSON.stringify(target) }));
}
