import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Registry } from 'prom-client';
import { createEdgeAdapter, describeApi, prepareEdge } from '@vestigo/http';
import { type Issuer, openIssuer } from '@vestigo/identity';
import { AppModule } from './app.module';
import { type Config, InvalidSetting } from './config';
import { type Exchange, openExchange } from './exchange';
import { startLoopThread } from './loop-thread';
import { type RunningLoops, startLoopsHere } from './loops';
import { METRICS, timeAnswers } from './metrics.controller';

/** An exchange that answers on an address. */
export interface Served {
  readonly app: NestFastifyApplication;
  readonly exchange: Exchange;
  readonly issuer: Issuer;
  readonly loops: RunningLoops;
  readonly address: string;
  /** Answers what is under way, ends the loops, closes the files. */
  stop(): Promise<void>;
}

export interface Serving {
  /** Milliseconds since 1970 (UTC); the clock of the machine unless told. */
  readonly now?: () => number;
  /** Where the loops run; a clock that is not that of the machine cannot go with them. */
  readonly thread?: 'own' | 'same';
}

/** Opens the data folder, listens, and then starts the loops, whose handlers exist from here on. */
export async function serve(
  config: Config,
  { now = Date.now, thread = 'own' }: Serving = {},
): Promise<Served> {
  const exchange = openExchange(config, now);
  try {
    const issuer = await openIssuer(config.data);
    const app = await NestFactory.create<NestFastifyApplication>(
      AppModule.of(exchange),
      createEdgeAdapter(),
      {
        logger: ['error', 'warn'],
        abortOnError: false,
      },
    );
    prepareEdge(app, { issuer });
    const fastify = app.getHttpAdapter().getInstance();
    timeAnswers(fastify, app.get<Registry>(METRICS));
    describeApi(app, { title: 'Vestigo', version: '1' });
    await app.init();
    await listen(app, config);
    const startLoops = thread === 'own' ? startLoopThread : startLoopsHere;
    const loops = startLoops(exchange, (line) => {
      process.stderr.write(`${line}\n`);
    });
    return {
      app,
      exchange,
      issuer,
      loops,
      address: addressOf(app.getHttpServer().address(), config.host),
      async stop() {
        await app.close();
        await loops.stop();
        await exchange.close();
      },
    };
  } catch (error) {
    await exchange.close();
    throw error;
  }
}

/** Asks Fastify itself: Nest would print the raw error before it is said in words. */
async function listen(app: NestFastifyApplication, { port, host }: Config): Promise<void> {
  try {
    await app.getHttpAdapter().getInstance().listen({ port, host });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const remedy = remedies[code];
    throw remedy === undefined ? error : new InvalidSetting(remedy(String(port), host));
  }
}

const noSuchHost = (_: string, host: string) =>
  `This machine has no address ${host}. Set HOST to one that it has, such as 127.0.0.1.`;

const remedies: Readonly<Partial<Record<string, (port: string, host: string) => string>>> = {
  EADDRINUSE: (port, host) =>
    `Port ${port} of ${host} is in use by another program. Stop it, or set PORT to another number (0 takes any free port).`,
  EACCES: (port) => `You may not listen on port ${port}. Set PORT to a number above 1023.`,
  EADDRNOTAVAIL: noSuchHost,
  ENOTFOUND: noSuchHost,
};

function addressOf(bound: AddressInfo | string | null, host: string): string {
  return typeof bound === 'object' && bound ? `http://${host}:${String(bound.port)}` : `http://${host}`;
}
