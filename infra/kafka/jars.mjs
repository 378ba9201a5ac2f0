import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from '../child.mjs';
import { Advice } from '../workspace.mjs';
import { ensureTools } from './java.mjs';

const here = import.meta.dirname;
const pom = join(here, 'pom.xml');
const pins = readFileSync(join(here, 'jars.sha256'), 'utf8');

/** The property of pom.xml, the one place that says it. */
export const kafkaVersion = /<kafka\.version>(.+?)<\/kafka\.version>/.exec(readFileSync(pom, 'utf8'))[1];

const cache = process.env.VESTIGO_CACHE || join(homedir(), '.cache', 'vestigo');
/** Other pins are other jars: they get a folder of their own, so what is in a folder never changes. */
const folder = join(cache, `kafka-${kafkaVersion}-${sha256(pins).slice(0, 8)}`);

export const jarsCached = () => existsSync(folder);

/** The folder of the broker's jars, fetched with Maven (and the settings of its user) the first time. */
export async function kafkaJars() {
  await ensureTools({ jarsCached: jarsCached() });
  if (jarsCached()) return folder;
  process.stderr.write(`Fetching Apache Kafka ${kafkaVersion} with Maven, once: 44 MB to ${folder}\n`);
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(`${folder}.`);
  try {
    await fetchInto(fresh);
    verify(fresh);
    moveTo(fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

async function fetchInto(fresh) {
  const output = [];
  const args = ['-B', '-q', '--strict-checksums', '-f', pom, 'dependency:copy-dependencies'];
  const code = await run('mvn', [...args, '-DincludeScope=runtime', `-DoutputDirectory=${fresh}`], {
    onOutput: (chunk) => output.push(chunk),
    shell: process.platform === 'win32',
  });
  if (code === 0) return;
  process.stderr.write(Buffer.concat(output));
  throw new Advice('Maven could not fetch Kafka; what it said stands above. Check the network or the proxy.');
}

/** The jars are those that were tried: same names, same bytes. */
function verify(fresh) {
  const found = readdirSync(fresh)
    .sort()
    .map((jar) => `${sha256(readFileSync(join(fresh, jar)))}  ${jar}\n`);
  const pinned = pins.split(/(?<=\n)/);
  const differing = [
    ...found.filter((line) => !pinned.includes(line)),
    ...pinned.filter((line) => !found.includes(line)),
  ];
  if (differing.length === 0) return;
  throw new Advice(`What Maven fetched is not what infra/kafka/jars.sha256 names:\n${differing.join('')}`);
}

/** Another process may have been quicker; its jars are the same. */
function moveTo(fresh) {
  try {
    renameSync(fresh, folder);
  } catch (error) {
    if (!jarsCached()) throw error;
  }
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}
