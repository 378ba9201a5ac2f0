import { pageFilesIn, pageFolder } from '@vestigo/page';
import { InvalidSetting, stopOnSignal } from '@vestigo/service';
import { configOf } from './config';
import { consoleOn } from './serve-console';

async function run(): Promise<void> {
  const config = configOf(process.env);
  const files = pageFilesIn(pageFolder);
  if (!files) throw new InvalidSetting('The page is not built. Run `npm run build` first.');
  const server = consoleOn(config, files);
  const address = await server.listen({ host: config.host, port: config.port });
  const { stopped } = stopOnSignal({ stop: () => server.close() });
  process.stdout.write(`Vestigo, console answers on ${address}\nCtrl-C stops it.\n`);
  await stopped;
}

run().catch((error: unknown) => {
  const said = error instanceof InvalidSetting ? error.message : error;
  process.stderr.write(`${said instanceof Error ? (said.stack ?? said.message) : String(said)}\n`);
  process.exitCode = 1;
});
