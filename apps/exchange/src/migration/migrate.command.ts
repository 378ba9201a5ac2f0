import { Unavailable } from '@vestigo/kernel';
import { type KurrentEventStoreOptions, kurrentSettings } from '@vestigo/kurrent';
import { type Environment, InvalidSetting } from '@vestigo/service';
import { CannotMigrate } from './cannot-migrate';
import { isEqual, linesOf } from './finding';
import { placesForServices } from './photograph-places';
import { migrateToOneHouse } from './to-one-house';
import { type Migrated, migrateToServices } from './to-services';

export interface MigrationOrder {
  readonly back: boolean;
  /** Folders of the photographs of the services. */
  readonly photographs: readonly string[];
}

/** Moves an exchange between its data folder and the event store of services, and says whether both are equal. */
export async function migrate(
  data: string,
  env: Environment,
  { back, photographs: named }: MigrationOrder,
): Promise<void> {
  const eventStore = eventStoreIn(env);
  try {
    const order = { env, data, named };
    const migrated = back
      ? await migrateToOneHouse(eventStore, order)
      : await migrateToServices(data, eventStore, await placesForServices(order));
    process.stdout.write(report(migrated));
    const unequal = migrated.findings.filter((finding) => !isEqual(finding));
    if (unequal.length > 0) {
      throw new CannotMigrate(
        `Not equal: ${unequal.map(({ what }) => what).join(', ')}.${back ? underWay : ''}`,
      );
    }
    process.stdout.write(back ? endOfBack(data) : endOfForth);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    throw new CannotMigrate(
      `The event store does not answer (${error.message}). Run this again: it goes on where it ended.`,
      { cause: error },
    );
  }
}

function eventStoreIn(env: Environment): KurrentEventStoreOptions {
  const settings = understood(() => kurrentSettings(env));
  if (settings) return settings;
  throw new InvalidSetting(
    'EVENTSTORE_URL must name the event store, such as esdb://127.0.0.1:2113?tls=false.',
  );
}

/** The adapter says in words of its own what cannot be used. */
function understood<Settings>(read: () => Settings): Settings {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidSetting(error.message, { cause: error });
    throw error;
  }
}

const report = ({ there, appended, photographs, findings }: Migrated) =>
  `Copied ${String(appended)} events; ${String(there)} stood there before.
Copied ${String(photographs.copied)} photographs; ${String(photographs.there)} stood there before.
${findings.map(linesOf).join('\n')}
`;

const underWay =
  ' Reports to oversight may be under way still: start the services, wait until /health/ready shows every consume loop at 0, stop them, and run this again.';

const endOfForth = `Both are equal. Start the services on the event store, VESTIGO_PHOTOGRAPHS naming the folder of the photographs, and do not start the exchange on its data folder again.
`;

const endOfBack = (
  data: string,
) => `Both are equal. Start the exchange on ${data} with npm start -- --no-demo.
`;
