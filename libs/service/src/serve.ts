import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createEdgeAdapter, describeApi, prepareEdge } from '@vestigo/http';
import type { TokenVerifier } from '@vestigo/identity';
import { type Page, servePage } from '@vestigo/page';
import { type Report, type RunningLoops, startLoopsHere } from './loops';
import { watchAnswers } from './answers';
import { nestJournal } from './journal';
import { METRICS, type MetricsPage } from './metrics.controller';
import type { ServiceParts } from './running-parts';
import { ServiceModule } from './service.module';
import { reportTo, type Telemetry, unwatched } from './telemetry';
import { type Address, InvalidSetting } from './settings';

/** A service that answers on an address. */
export interface Served {
  readonly app: NestFastifyApplication;
  readonly loops: RunningLoops;
  readonly address: string;
  /** Answers what is under way, ends the loops, closes the parts. */
  stop(): Promise<void>;
}

export interface Serving<Parts extends ServiceParts> extends Address {
  readonly issuer: TokenVerifier;
  /** What the API page says it is. */
  readonly title: string;
  /** The States whose desks are served; all when absent. */
  readonly states?: readonly string[];
  /** Where the loops run; in the thread of the edge unless told. */
  readonly startLoops?: (parts: Parts, report: Report) => RunningLoops;
  /** The page that is served at `/`; none when absent. */
  readonly page?: Page;
  /** Nobody looks on when absent. */
  readonly telemetry?: Telemetry;
}

/** Listens, and then starts the loops, whose handlers exist from here on. Closes the parts when it cannot. */
export async function serve<Parts extends ServiceParts>(
  parts: Parts,
  {
    issuer,
    title,
    states,
    startLoops = startLoopsHere,
    page,
    telemetry = unwatched(),
    ...address
  }: Serving<Parts>,
): Promise<Served> {
  try {
    const app = await NestFactory.create<NestFastifyApplication>(
      ServiceModule.of(parts),
      createEdgeAdapter(),
      {
        logger: nestJournal(telemetry.journal),
        abortOnError: false,
      },
    );
    if (page) servePage(app.getHttpAdapter().getInstance(), page);
    const refused = watchAnswers(app.getHttpAdapter().getInstance(), telemetry);
    prepareEdge(app, { issuer, refused, ...(states && { states }) });
    describeApi(app, { title, version: '1' });
    await app.init();
    const dropUnused = unusedConnections(app.getHttpServer());
    await listen(app, address);
    const loops = startLoops(parts, reportTo(telemetry));
    const metrics = app.get<MetricsPage>(METRICS);
    metrics.add(() => telemetry.measures.register.getMetricsAsJSON());
    if (loops.counted) metrics.add(loops.counted);
    return {
      app,
      loops,
      address: addressOf(app.getHttpServer().address(), address.host),
      async stop() {
        await close(app, dropUnused);
        await loops.stop();
        await parts.close();
        await telemetry.tracing?.stop();
      },
    };
  } catch (error) {
    await parts.close();
    throw error;
  }
}

/** A connection is let go of when its answer is out, not when those who keep it alive are done with it. */
async function close(app: NestFastifyApplication, dropUnused: () => void): Promise<void> {
  const server = app.getHttpServer();
  const lettingGo = setInterval(() => {
    server.closeIdleConnections();
    dropUnused();
  }, 50);
  await app.close().finally(() => {
    clearInterval(lettingGo);
  });
}

/** Browsers open connections ahead of need. One on which nothing was ever sent is not idle to Node, which would wait for it. */
function unusedConnections(server: Server): () => void {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
  };
}

/** Asks Fastify itself: Nest would print the raw error before it is said in words. */
async function listen(app: NestFastifyApplication, { port, host }: Address): Promise<void> {
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
