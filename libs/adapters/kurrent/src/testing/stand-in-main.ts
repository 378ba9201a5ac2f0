import { startStandIn } from './stand-in';

/** A stand-in as a process: port (0 for any) and file as arguments; its first line says where it listens. */
async function main([port = '0', file]: readonly string[]): Promise<void> {
  const standIn = await startStandIn({ port: Number(port), ...(file !== undefined && { file }) });
  process.stdout.write(`${standIn.connectionString}\n`);
  process.once('SIGTERM', () => void standIn.close());
}

void main(process.argv.slice(2));
