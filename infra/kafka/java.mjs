import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../child.mjs';
import { Advice } from '../workspace.mjs';

/** Kafka 4 brokers need it. */
const leastJava = 17;

const packages = { java: 'openjdk-17-jre-headless', mvn: 'maven' };
const names = { java: `Java ${leastJava} or later`, mvn: 'Maven' };

/** A program of the Java that JAVA_HOME names, else of the one on the path. */
export function javaProgram(name) {
  const home = process.env.JAVA_HOME;
  return home ? join(home, 'bin', name) : name;
}

/** What a broker without Docker needs and this machine lacks; Maven only until the jars are in the cache. */
export function missingTools({ jarsCached }) {
  return Object.entries({ java: hasJava(), mvn: jarsCached || hasMaven() })
    .filter(([, there]) => !there)
    .map(([tool]) => tool);
}

export function sayMissing(tools) {
  return `Kafka without Docker needs ${tools.map((tool) => names[tool]).join(' and ')}.`;
}

/** Installs what is missing where that is ours to do: as root of a Debian in CI. */
export async function ensureTools(options) {
  const missing = missingTools(options);
  if (missing.length === 0) return;
  const ours = process.env.CI === 'true' && process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (ours) await install(missing.map((tool) => packages[tool]));
  const still = missingTools(options);
  if (still.length === 0) return;
  throw new Advice(
    `${sayMissing(still)} Install it (Debian: apt-get install ${still.map((tool) => packages[tool]).join(' ')}), ` +
      'or give the address of a running broker in KAFKA_BROKERS.',
  );
}

async function install(debianPackages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const output = [];
  const onOutput = (chunk) => output.push(chunk);
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...debianPackages]]) {
    const code = await run('apt-get', args, { env, onOutput });
    if (code !== 0) process.stderr.write(Buffer.concat(output));
  }
}

function hasJava() {
  const { stderr } = spawnSync(javaProgram('java'), ['-version'], { encoding: 'utf8' });
  return Number(/version "(\d+)/.exec(stderr ?? '')?.[1] ?? 0) >= leastJava;
}

function hasMaven() {
  return spawnSync('mvn', ['--version'], { shell: process.platform === 'win32' }).status === 0;
}
