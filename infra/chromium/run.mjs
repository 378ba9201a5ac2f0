// Says which Chromium the tests of the page run with: its program and its version, one line each. Nothing, with the reason on
// stderr, when there is none.
import { Advice } from '../workspace.mjs';
import { ensureChromium, versionOf } from './chromium.mjs';

try {
  const program = await ensureChromium();
  console.log(`${program}\n${versionOf(program)}`);
} catch (error) {
  if (!(error instanceof Advice)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
