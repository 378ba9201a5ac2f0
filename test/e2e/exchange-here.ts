import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@vestigo/identity';
import { type ServedExchange, serveExchange } from '../../apps/exchange/src/serve-exchange';
import { Desk } from './desk';

/** An exchange in the process of the test, on a folder and a port of its own, whose clock goes as the test says. */
export interface ExchangeHere {
  readonly served: ServedExchange;
  readonly folder: string;
  /** The instant that the exchange takes for now; tokens go by the real one. */
  readonly clock: { now: number };
  /** Somebody signed in; a coordinator belongs to no State. `authority`: the body that the token names. */
  desk(role: Role, state: string | null, authority?: string): Promise<Desk>;
  /** Somebody at a liaison desk of the INTERPOL type. */
  liaisonDesk(code: string): Promise<Desk>;
  /** Somebody with this token, or with none. */
  bearer(token?: string): Desk;
  close(): Promise<void>;
}

export async function openExchangeHere(now = Date.now()): Promise<ExchangeHere> {
  const clock = { now };
  const folder = await mkdtemp(join(tmpdir(), 'exchange-'));
  const served = await serveExchange(
    { host: '127.0.0.1', port: 0, data: folder },
    { now: () => clock.now, thread: 'same' },
  );
  const bearer = (token?: string) => new Desk(served.address, token);
  return {
    served,
    folder,
    clock,
    bearer,
    desk: async (role, state, authority) =>
      bearer(
        await served.issuer.issue({
          subject: `${role}@${state ?? ''}`,
          state,
          role,
          ...(authority !== undefined && { authority }),
        }),
      ),
    liaisonDesk: async (desk) =>
      bearer(await served.issuer.issue({ subject: `duty@${desk}`, state: null, role: 'liaison-desk', desk })),
    async close() {
      await served.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
