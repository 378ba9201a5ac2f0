import { type Issuer, openIssuer, openVerifier } from '@vestigo/identity';
import { pageFilesIn, pageFolder } from '@vestigo/page';
import { type Journal, openTelemetry, serve, type Served, startLoopsHere } from '@vestigo/service';
import type { Config } from './config';
import { type Exchange, openExchange } from './exchange';
import { startLoopThread } from './loop-thread';
import { SignInModule } from './sign-in/sign-in.module';

/** An exchange that answers on an address, with an issuer of its own. */
export interface ServedExchange extends Served {
  readonly exchange: Exchange;
  readonly issuer: Issuer;
  readonly journal: Journal;
}

export interface ServingExchange {
  /** Milliseconds since 1970 (UTC); the clock of the machine unless told. */
  readonly now?: () => number;
  /** Where the loops run; a clock that is not that of the machine cannot go with them. */
  readonly thread?: 'own' | 'same';
  /** Lets whoever reaches the address sign in as an officer of the demonstration. */
  readonly openSignIn?: boolean;
}

/** Opens the data folder and serves it. */
export async function serveExchange(
  { data, tokens, signIn, ...address }: Config,
  { now = Date.now, thread = 'own', openSignIn = false }: ServingExchange = {},
): Promise<ServedExchange> {
  const telemetry = await openTelemetry('exchange', process.env, 'text');
  const exchange = openExchange({ data }, now, telemetry, thread);
  const closing = async (error: unknown) => {
    await exchange.close();
    throw error;
  };
  const issuer = await openIssuer(data).catch(closing);
  const believed = tokens ? await openVerifier(tokens).catch(closing) : issuer;
  const startLoops = thread === 'own' ? startLoopThread : startLoopsHere;
  const files = pageFilesIn(pageFolder);
  const settings = { signIn: signIn ?? ({ kind: openSignIn ? 'officers' : 'token' } as const) };
  const modules = [...exchange.modules, ...(openSignIn ? [SignInModule.of(issuer)] : [])];
  const served = await serve(
    { ...exchange, modules },
    {
      ...address,
      issuer: believed,
      title: 'Vestigo',
      startLoops,
      telemetry,
      ...(files && { page: { files, settings } }),
    },
  );
  return { ...served, exchange, issuer, journal: telemetry.journal };
}
