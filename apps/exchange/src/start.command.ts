import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { latestKnown, ListPairs } from '@vestigo/oversight';
import { stopOnSignal } from '@vestigo/service';
import type { Config } from './config';
import { requestsToSeed, seed } from './demonstration/seed';
import { progressOf } from './history/progress';
import { pairTable } from './pair-table';
import { type ServedExchange, serveExchange } from './serve-exchange';

/** Runs the exchange until it is told to stop. */
export async function runExchange(config: Config, { demonstration }: { readonly demonstration: boolean }) {
  // Nobody takes the place of an officer where a provider says who is one.
  const ownTokens = config.tokens === undefined;
  const openSignIn = demonstration && ownTokens && isLoopback(config.host);
  const served = await serveExchange(config, { openSignIn });
  const { stopping, stopped } = stopOnSignal(served, (sentence) => {
    served.journal.note('warn', sentence);
  });
  try {
    if (demonstration) await showDemonstration(served);
    process.stdout.write(welcome(served, config));
    if (demonstration && ownTokens) process.stdout.write(await signInLines(served));
    process.stdout.write('Ctrl-C stops it.\n');
  } catch (error) {
    // A seeding that is told to stop finds the log closed; the next start goes on with it.
    if (!stopping.aborted) {
      await served.stop();
      throw error;
    }
  }
  await stopped;
}

/** Only this machine reaches it. */
const isLoopback = (host: string) => /^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host);

async function showDemonstration({ app, exchange, loops }: ServedExchange): Promise<void> {
  const seeding = {
    commands: app.get(CommandBus),
    log: exchange.log,
    now: Date.now,
    settled: () => loops.settled(),
  };
  const total = await requestsToSeed(seeding);
  if (total > 0) {
    const why = (await exchange.log.store.head()) === 0 ? 'The log is empty' : 'A seeding was cut short';
    process.stdout.write(
      `${why}: ${String(total)} tracing requests of the demonstration go through the exchange.\n`,
    );
    const progress = progressOf('Requests', total);
    await seed(seeding, progress);
    progress.end();
  }
  await loops.settled();
  const asOf = latestKnown(exchange.clocks, Date.now());
  const lines = await app.get(QueryBus).execute(new ListPairs({ party: null, asOf, limit: 200 }));
  process.stdout.write(`
Pairs, as known now (N delivered; a dash where there is nothing to divide by; * fewer than 5)
${pairTable(lines)}
Numbers of requests by State and year: published figures for arms recovered 2020 to 2024. All else is synthetic.
`);
}

function welcome({ address }: ServedExchange, { data }: Config): string {
  return `
Vestigo answers on ${address}
  Page       ${address}/
  API page   ${address}/docs
  API text   ${address}/openapi.json
  Health     ${address}/health/ready
  Metrics    ${address}/metrics
  Data       ${data}
`;
}

async function signInLines({ issuer, address }: ServedExchange): Promise<string> {
  const actors = [
    { title: 'Jamaica, requesting desk', subject: 'officer@JAM', state: 'JAM', role: 'officer' },
    { title: 'United States, responding desk', subject: 'officer@USA', state: 'USA', role: 'officer' },
    { title: 'Coordinator', subject: 'coordinator', state: null, role: 'coordinator' },
  ] as const;
  const tokens = await Promise.all(
    actors.map(async ({ title, ...actor }) => `  ${title}\n    ${await issuer.issue(actor)}\n`),
  );
  return `
Sign-in tokens, good for 12 hours
${tokens.join('')}
Try: curl -H "Authorization: Bearer <token>" "${address}/v1/oversight/pairs"
`;
}
