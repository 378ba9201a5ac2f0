import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { run } from './child.mjs';
import { Advice } from './workspace.mjs';

const reasons = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/,
    'npm could not reach its package registry. Check the network or the proxy, then run the same command again.',
  ],
  [
    /EUSAGE|can only install packages when/,
    'package.json and package-lock.json do not agree. Run `npm install`, then the same command again.',
  ],
  [
    /EACCES|EPERM/,
    'npm may not write to node_modules. Make this folder yours, then run the same command again.',
  ],
  [/ENOSPC/, 'The disk is full. Free about 1 GB, then run the same command again.'],
];

/** Brings node_modules to what package-lock.json says; does nothing when it is there already. */
export async function ensureInstalled(root) {
  const stamp = join(root, 'node_modules', '.vestigo-lock');
  const lock = readFileSync(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!installedByHand(root, JSON.parse(lock))) await install(root);
  writeFileSync(stamp, wanted);
}

/** npm writes node_modules/.package-lock.json last: what it lists is there. */
function installedByHand(root, { packages: wanted }) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const { packages: present } = JSON.parse(readFileSync(record, 'utf8'));
  const mayMiss = ({ optional, devOptional }) => optional === true || devOptional === true;
  return (
    Object.keys(present).every((path) => path in wanted) &&
    Object.entries(wanted).every(
      ([path, entry]) =>
        path === '' || (path in present ? present[path].integrity === entry.integrity : mayMiss(entry)),
    )
  );
}

async function install(root) {
  const started = Date.now();
  say('Installing packages (npm ci). This needs the network and takes about a minute.');
  let output = '';
  const onOutput = (chunk) => {
    output += String(chunk);
    process.stderr.write(chunk);
  };
  const { program, before, shell } = npm();
  const args = [...before, 'ci', '--include=dev', '--loglevel=error', '--no-audit', '--no-fund'];
  const code = await run(program, args, { cwd: root, shell, onOutput }).catch((error) => {
    if (error.code === 'ENOENT')
      throw new Advice('npm was not found. It comes with Node: https://nodejs.org');
    throw error;
  });
  if (code !== 0) {
    const known = reasons.find(([pattern]) => pattern.test(output));
    throw new Advice(known ? known[1] : `npm ci ended with code ${code}; what it said stands above.`);
  }
  say(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function npm() {
  const started = process.env.npm_execpath;
  if (started && basename(started).startsWith('npm-cli')) {
    return { program: process.execPath, before: [started], shell: false };
  }
  return { program: 'npm', before: [], shell: process.platform === 'win32' };
}

/** On stderr: stdout belongs to the verb. */
function say(line) {
  process.stderr.write(`${line}\n`);
}
