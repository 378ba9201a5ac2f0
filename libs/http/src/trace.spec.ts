import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import { sampleApp } from './testing/sample-app';
import { sampleClient } from './testing/sample-client';

let app: NestFastifyApplication;

beforeAll(async () => {
  app = await sampleApp();
});

afterAll(() => app.close());

const { ask } = sampleClient(() => app);
const body = { respondingState: 'SOM', arm: { make: 'Zastava' } };
const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

const send = async (header: string) => {
  const answer = await ask('POST', '/v1/samples', { headers: { traceparent: header }, body });
  const { context } = JSON.parse(answer.body) as { context: { meta: Readonly<Record<string, unknown>> } };
  return [answer.statusCode, context.meta['traceparent']];
};

test('a command goes on with the trace of its request', async () => {
  expect(await send(traceparent)).toEqual([201, traceparent]);
});

test('a malformed traceparent is never taken over, and never keeps a command from being done', async () => {
  const touched = fc
    .tuple(fc.nat(traceparent.length - 1), fc.constantFrom('g', 'F', ' ', '-', '_', 'ä', ''))
    .map(([at, instead]) => traceparent.slice(0, at) + instead + traceparent.slice(at + 1))
    .filter((text) => !/^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(text));
  const anyText = fc.string({ maxLength: 80 });
  await fc.assert(
    fc.asyncProperty(fc.oneof(touched, anyText), async (header) => {
      expect(await send(header)).toEqual([201, undefined]);
    }),
    { numRuns: 60 },
  );
});
