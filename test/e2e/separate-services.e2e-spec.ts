import { eventually } from '@vestigo/kernel/testing';
import type { Desk } from './desk';
import { type EventStoreHere, eventStoreName, startEventStore } from './event-store-here';
import { figuresOf } from './figures-of-pair';
import { answerInFull, matterAt, type MatterState, sparseRequest, submitted } from './matters';
import { refusalIn } from './problem';
import { separateServices, type Services } from './separate-services';
import { processesEnd, type ServiceProcess } from './service-process';
import { withKafka } from './with-kafka';

jest.setTimeout(300_000);
afterAll(processesEnd);

const sqliteFiles = (): Promise<EventStoreHere> =>
  Promise.resolve({ env: { EVENTSTORE_URL: '' }, stop: () => Promise.resolve() });

withKafka.each([
  ['SQLite files', sqliteFiles],
  [eventStoreName, startEventStore],
])('two States with services of their own, over Kafka, their logs in %s', (_, startStore) => {
  let store: EventStoreHere;
  let services: Services;
  let requesting: ServiceProcess;
  let responding: ServiceProcess;
  let jamaica: Desk;
  let usa: Desk;
  let figures: Awaited<ReturnType<typeof figuresOf>>;

  beforeAll(async () => {
    store = await startStore();
    services = await separateServices(store.env);
    const [first, second, oversight] = await Promise.all([
      services.start('requesting'),
      services.start('responding'),
      services.start('oversight'),
    ]);
    [requesting, responding] = [first, second];
    jamaica = await services.desk(requesting, 'officer', 'JAM');
    usa = await services.desk(responding, 'officer', 'USA');
    figures = await figuresOf(await services.desk(oversight, 'coordinator', null), 'JAM', 'USA');
  });

  afterAll(async () => {
    await processesEnd();
    await store.stop();
  });

  test('ask, receive, acknowledge and answer, and oversight counts from what both report', async () => {
    const id = await submitted(jamaica);
    const found = `/v1/cases/${id}`;
    const received = await eventually(() => matterAt(usa, found, 'received'));
    expect(received.content).toMatchObject({ items: [{ number: 1, kind: 'ARM', ...sparseRequest.arm }] });
    await eventually(() => figures.haveGrown({ delivered: 1, acknowledged: 0, unanswered: 1 }));
    expect((await usa.post<MatterState>(`${found}/acknowledgement`, {})).status).toBe(200);
    await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'acknowledged'));
    await eventually(() => figures.haveGrown({ acknowledged: 1 }));
    expect((await usa.post<MatterState>(`${found}/answer`, answerInFull)).status).toBe(200);
    const answered = await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'answered'));
    expect(answered.answer).toMatchObject(answerInFull);
    await eventually(() => figures.haveGrown({ answeredInFull: 1, unanswered: 0 }));
  });

  test('serve the desks of their States alone', async () => {
    const brazil = await services.desk(requesting, 'officer', 'BRA');
    const refused = await brazil.post('/v1/requests', sparseRequest);
    expect(refusalIn(refused)).toEqual([403, 'state-not-served']);
  });
});
