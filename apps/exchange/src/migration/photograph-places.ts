import { resolve } from 'node:path';
import type { EventStore } from '@vestigo/kernel';
import type { KnownPhotographs } from '@vestigo/http';
import { namedIn, openPhotographStore, photographSettings, photographsIn } from '@vestigo/photographs';
import type { Environment } from '@vestigo/service';
import { CannotMigrate } from './cannot-migrate';
import { eventsOf } from './read-log';

/** Folders of photographs: services may have several, an exchange has one. */
export interface PhotographPlaces {
  readonly sources: readonly string[];
  /** None where there is nothing to put into it. */
  readonly target?: string;
}

export interface Named {
  readonly env: Environment;
  /** The data folder of the exchange. */
  readonly data: string;
  /** Folders that the operator named as those of the services. */
  readonly named: readonly string[];
}

/** Forth. Throws `CannotMigrate` where photographs would stay behind. */
export async function placesForServices({ env, data, named }: Named): Promise<PhotographPlaces> {
  const { folder } = photographSettings(env, data);
  const [target, ...others] = servicesOf(env, named);
  if (others.length > 0) throw new CannotMigrate('Name one folder for the photographs.');
  if (target !== undefined) return { sources: [folder], target };
  for await (const { state } of photographsIn([folder])) {
    throw new CannotMigrate(
      `There are photographs (${state} has some), and nobody said where the services will have them. Name their folder with --photographs.`,
    );
  }
  return { sources: [folder] };
}

/** Back. Throws `CannotMigrate` where requests name photographs and nobody says where they are. */
export async function placesForOneHouse(
  { env, data, named }: Named,
  store: EventStore,
): Promise<PhotographPlaces> {
  const sources = servicesOf(env, named);
  if (sources.length === 0) await ensureNoneNamed(store);
  return { sources, target: photographSettings(env, data).folder };
}

/** Where all share a folder, the photographs stay in it. */
function servicesOf({ VESTIGO_PHOTOGRAPHS: shared = '' }: Environment, named: readonly string[]) {
  return (named.length === 0 && shared !== '' ? [shared] : named).map((folder) => resolve(folder));
}

async function ensureNoneNamed(store: EventStore): Promise<void> {
  for await (const { stream, event } of eventsOf(store)) {
    if (namedIn(event).length === 0) continue;
    throw new CannotMigrate(
      `Requests name photographs (${stream}), and nobody said where the services have them. Name their folders with --photographs.`,
    );
  }
}

/** The photographs in any of these folders, as a desk knows them. */
export function knownIn(folders: readonly string[]): KnownPhotographs {
  const stores = folders.map((folder) => openPhotographStore({ folder, quota: 0 }));
  return {
    async look(state, sha256) {
      for (const store of stores) {
        const seen = await store.look(state, sha256);
        if (seen) return seen;
      }
      return undefined;
    },
  };
}
