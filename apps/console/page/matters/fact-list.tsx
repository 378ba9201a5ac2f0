import type { ReactNode } from 'react';
import { Facts, Named } from './facts';

export type Known = readonly [name: string, value: ReactNode];

/** What is known, by name; what is not is left out. */
export function FactList({ facts }: { readonly facts: readonly Known[] }) {
  return (
    <Facts>
      {facts
        .filter(([, value]) => value !== undefined && value !== '' && value !== false)
        .map(([name, value]) => (
          <Named key={name} name={name}>
            {value}
          </Named>
        ))}
    </Facts>
  );
}
