import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let made: string | undefined;

/** Names the folder in which the tests of the page keep the demonstration that they copy; DEMONSTRATION may name one that stays. */
export function makeRoomForDemonstration(): void {
  if (process.env['DEMONSTRATION'] !== undefined) return;
  made = mkdtempSync(join(tmpdir(), 'demonstration-'));
  process.env['DEMONSTRATION'] = made;
}

export function clearDemonstration(): void {
  if (made !== undefined) rmSync(made, { recursive: true, force: true });
}
