import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { addressOf, startNode, stop } from '../children.mjs';
import { asked, nextBody } from '../edge/request.mjs';
import { exchangeOf } from '../edge/exchange.mjs';
import { figureOf } from '../figures.mjs';
import { library } from '../log/store.mjs';
import { inRounds } from '../rounds.mjs';
import { newFolder } from '../scratch.mjs';

const inProcess = 'the exchange in one process, whose transport is a SQLite file';
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Milliseconds between two looks for a case, and in which it must be there. */
const glance = 2;
const patience = 60_000;

/** From `POST /v1/requests` at the requesting State to the case at the State asked: two services over Kafka, against one process. */
export async function* measureJourneys(options) {
  const { quick } = options;
  const [rounds, alone, load] = quick ? [1, 20, 100] : [3, 200, 1500];
  const [kafka, embedded] = [await startServices(options), await startEmbedded(options)];
  const times = { kafka: [], embedded: [] };

  const one = (name, desks) => async (warmUp) => {
    const taken = await journeys(desks, alone);
    if (!warmUp) times[name].push(...taken);
    return percentile(taken, 0.5);
  };
  const measured = await inRounds(rounds, {
    kafka: one('kafka', kafka),
    embedded: one('embedded', embedded),
  });
  const ratio = measured.ratio('kafka', 'embedded');
  yield figureOf('kafka.post-to-case.p50', percentile(times.kafka, 0.5), 'ms', ratio, inProcess);
  const [slow, slowHere] = [percentile(times.kafka, 0.99), percentile(times.embedded, 0.99)];
  yield figureOf('kafka.post-to-case.p99', slow, 'ms', slow / slowHere, inProcess);

  const many = (desks) => (warmUp) => commandsASecond(desks, warmUp ? load / 5 : load);
  const loaded = await inRounds(rounds, { kafka: many(kafka), embedded: many(embedded) });
  const commands = loaded.ratio('kafka', 'embedded');
  yield figureOf('kafka.commands', loaded.value('kafka'), 'requests/s', commands, inProcess);
  await kafka.stop();
  await embedded.stop();
  agent.destroy();
}

async function startServices({ dist, folder, broker }) {
  const keys = newFolder(folder, 'keys');
  const shared = {
    HOST: '127.0.0.1',
    PORT: '0',
    EVENTSTORE_URL: '',
    VESTIGO_KEYS: keys,
    VESTIGO_STATES: 'JAM,USA',
    KAFKA_BROKERS: broker.brokers.join(),
    KAFKA_TOPIC_PREFIX: `${randomUUID()}.`,
  };
  const start = (service) => {
    const program = join(dist, 'apps', service, 'src', 'main.js');
    return startNode([program], { ...shared, VESTIGO_DATA: newFolder(folder, service) });
  };
  const running = ['requesting', 'responding'].map(start);
  const [requesting, responding] = await Promise.all(running.map(addressOf));
  const desks = await desksOf(dist, keys, requesting, responding);
  return { ...desks, stop: () => Promise.all(running.map(stop)) };
}

async function startEmbedded({ dist, folder }) {
  const data = newFolder(folder, 'data');
  const env = { HOST: '127.0.0.1', PORT: '0', VESTIGO_DATA: data };
  const running = startNode([exchangeOf(dist), 'start', '--no-demo'], env);
  const address = await addressOf(running);
  return { ...(await desksOf(dist, data, address, address)), stop: () => stop(running) };
}

/** An officer of each State, at the service of his. */
async function desksOf(dist, keys, requesting, responding) {
  const issuer = await library(dist, 'identity').openIssuer(keys);
  const officer = async (address, state) => ({
    address,
    token: await issuer.issue({ subject: `officer@${state}`, role: 'officer', state }),
  });
  return { jamaica: await officer(requesting, 'JAM'), usa: await officer(responding, 'USA') };
}

/** The milliseconds that each of so many journeys took, four under way at once. */
async function journeys({ jamaica, usa }, count) {
  const taken = [];
  const travel = async () => {
    while (taken.length < count) {
      const started = performance.now();
      await caseAt(usa, await post(jamaica));
      taken.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: 4 }, travel));
  return taken;
}

/** Requests a second from the first POST until every one is a case. */
async function commandsASecond({ jamaica, usa }, count) {
  const started = performance.now();
  const ids = [];
  let asked = 0;
  const send = async () => {
    while (asked++ < count) ids.push(await post(jamaica));
  };
  await Promise.all(Array.from({ length: 64 }, send));
  // Those that were sent last arrive last, one partition or the other.
  for (const id of ids.slice(-64)) await caseAt(usa, id);
  const rate = (ids.length * 1000) / (performance.now() - started);
  for (const id of ids) await caseAt(usa, id);
  return rate;
}

async function post(target) {
  const { url, headers } = asked(target);
  const { status, text } = await answerOf(url, { method: 'POST', headers }, nextBody());
  if (status !== 201) throw new Error(`${url} answered ${status}: ${text}`);
  return JSON.parse(text).id;
}

async function caseAt({ address, token }, id) {
  const limit = performance.now() + patience;
  const url = `${address}/v1/cases/${id}`;
  for (;;) {
    const { status } = await answerOf(url, { headers: { authorization: `Bearer ${token}` } });
    if (status === 200) return;
    if (performance.now() > limit) throw new Error(`${url} still answers ${status}`);
    await sleep(glance);
  }
}

function answerOf(url, options, sent) {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, ...options }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode, text }));
    });
    outgoing.on('error', reject).end(sent);
  });
}

function percentile(times, part) {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * part) - 1];
}
