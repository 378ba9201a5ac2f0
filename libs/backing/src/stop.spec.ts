import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, Get, Module } from '@nestjs/common';
import { openIssuer, Public } from '@vestigo/identity';
import { eventually } from '@vestigo/kernel/testing';
import { createUuidV7, openSqliteEventStore } from '@vestigo/sqlite';
import { serve } from '@vestigo/service';

const folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const asked = Promise.withResolvers<string>();
const answer = Promise.withResolvers<string>();

@Controller('slow')
class SlowController {
  @Get()
  @Public()
  get(): Promise<string> {
    asked.resolve('asked');
    return answer.promise;
  }
}

@Module({ controllers: [SlowController] })
class SlowModule {}

async function served() {
  const store = openSqliteEventStore({ file: join(folder, 'log.db') });
  const parts = {
    log: { store, newId: createUuidV7(Date.now) },
    modules: [{ module: SlowModule }],
    loops: [],
    close: () => store.close(),
  };
  const issuer = await openIssuer(folder);
  return serve(parts, { issuer, title: 'Slow', host: '127.0.0.1', port: 0 });
}

test('a service that stops answers what is under way, and waits for no connection that is kept alive', async () => {
  const { app, address, stop } = await served();
  const answered = fetch(`${address}/slow`);
  await asked.promise;
  const stopped = stop();
  await eventually(() => expect(app.getHttpServer().listening).toBe(false));
  answer.resolve('late');
  expect(await (await answered).text()).toBe('late');
  await stopped;
}, 30_000);
