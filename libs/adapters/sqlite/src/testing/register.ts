import { type Decider, type DomainEvent, Rejection } from '@vestigo/kernel';

/** A register of weapons found, as small as a stream can be: what the kernel is tried on. */
export interface Register {
  readonly serials: readonly string[];
}

export type WeaponEntered = DomainEvent<'WeaponEntered', { readonly serial: string }>;

/** Enters each serial that is not there yet. */
export interface EnterWeapons {
  readonly serials: readonly string[];
  readonly at: number;
}

export const register: Decider<Register, EnterWeapons, WeaponEntered> = {
  category: 'register',
  initial: { serials: [] },
  decide: ({ serials, at }, known) =>
    serials.includes('')
      ? new Rejection('invalid', 'serial-missing', 'Give the serial number.')
      : serials
          .filter((serial) => !known.serials.includes(serial))
          .map((serial) => weaponEntered(serial, at)),
  evolve: ({ serials }, { data }) => ({ serials: [...serials, data.serial] }),
};

export function weaponEntered(serial: string, occurredAt: number): WeaponEntered {
  return { type: 'WeaponEntered', occurredAt, clock: null, data: { serial } };
}
