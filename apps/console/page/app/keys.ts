import { useEffect, useRef, useSyncExternalStore } from 'react';
import { watched } from '../data/watched';
import type { MessageId } from '../messages/areas';

export interface Key {
  /** `j`, or `g r` for one after the other. */
  readonly keys: string;
  readonly label: MessageId;
  readonly act: () => void;
}

const known = watched<readonly Key[]>([]);

/** Milliseconds between the letters of a sequence. */
const patience = 1500;

let pressed = '';
let pressedAt = 0;

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target))
    return;
  if (event.key.length > 1 && event.key !== 'Enter') return;
  const sequence = event.timeStamp - pressedAt < patience ? `${pressed} ${event.key}` : event.key;
  const found = find(sequence) ?? find(event.key);
  pressed = event.key;
  pressedAt = found ? 0 : event.timeStamp;
  if (!found) return;
  event.preventDefault();
  found.act();
});

const find = (keys: string) => known.get().findLast((one) => one.keys === keys);

/** Where letters are text, and in a dialog, which has keys of its own, they are no commands. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]') !== null
  );
}

/** The keys of a screen, as long as it is shown; they stand in the list that `?` shows. */
export function useKeys(keys: readonly Key[]): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  const names = keys.map((one) => `${one.keys}=${one.label}`).join(',');
  useEffect(() => {
    const mine = latest.current.map(({ keys: sequence, label }) => ({
      keys: sequence,
      label,
      act: () => latest.current.find((one) => one.keys === sequence)?.act(),
    }));
    known.set([...known.get(), ...mine]);
    return () => known.set(known.get().filter((one) => !mine.includes(one)));
  }, [names]);
}

export const useKnownKeys = (): readonly Key[] => useSyncExternalStore(known.subscribe, known.get);
