import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from '../child.mjs';
import { Advice } from '../workspace.mjs';

const cache = process.env.VESTIGO_CACHE || join(homedir(), '.cache', 'vestigo');
const unpacked = join(cache, 'chromium');

/** Where the browser may be, the nearest first. */
const places = () => [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  join(unpacked, 'usr', 'lib', 'chromium', 'chromium'),
];

/** The program of a Chromium that starts here; undefined when there is none. */
export function chromiumHere() {
  return places().find((place) => place && existsSync(place) && versionOf(place) !== undefined);
}

/** `Chromium 142.0.7444.134`; undefined when it does not start. */
export function versionOf(program) {
  try {
    return execFileSync(program, ['--version', '--no-sandbox'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .trim()
      .split('\n')
      .at(-1);
  } catch {
    return undefined;
  }
}

/** The same; brought here from Debian where that is ours to do. Throws `Advice` when it cannot be had. */
export async function ensureChromium() {
  const here = chromiumHere();
  if (here) return here;
  if (existsSync('/etc/debian_version') && process.env.CI === 'true') {
    if (process.getuid?.() === 0) await install();
    if (!chromiumHere()) await unpack();
  }
  const brought = chromiumHere();
  if (brought) return brought;
  throw new Advice(
    'The tests of the page need Chromium. Install it (Debian: apt-get install chromium), or name a program in CHROMIUM.',
  );
}

async function install() {
  await apt(['update']);
  await apt(['install', '-y', '--no-install-recommends', 'chromium']);
}

/** Without being root: the packages are fetched, with what they need and this machine lacks, and laid out in the cache. */
async function unpack() {
  mkdirSync(cache, { recursive: true });
  const fresh = mkdtempSync(`${unpacked}.`);
  try {
    await apt(['download', ...neededPackages()], fresh);
    for (const name of readdirSync(fresh).filter((one) => one.endsWith('.deb'))) {
      await run('dpkg', ['-x', join(fresh, name), fresh], { onOutput: () => undefined });
      rmSync(join(fresh, name));
    }
    if (!existsSync(unpacked)) renameSync(fresh, unpacked);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** `apt-get install` that only says what it would do. */
function neededPackages() {
  const said = execFileSync('apt-get', ['install', '-s', '--no-install-recommends', 'chromium'], {
    encoding: 'utf8',
  });
  return [...said.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name);
}

async function apt(args, cwd) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const output = [];
  const onOutput = (chunk) => output.push(chunk);
  const code = await run('apt-get', args, { env, onOutput, ...(cwd && { cwd }) }).catch(() => 1);
  if (code !== 0) process.stderr.write(Buffer.concat(output));
}
