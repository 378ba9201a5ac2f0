import { eventually } from '@vestigo/kernel/testing';
import type { Desk } from './desk';
import { answerInFull, matterAt, type MatterState, sparseRequest, submitted } from './matters';
import { refusalIn } from './problem';
import { separateServices, type Services } from './separate-services';
import { processesEnd, type ServiceProcess } from './service-process';

jest.setTimeout(120_000);
afterAll(processesEnd);

const available = process.env['KAFKA_BROKERS'] !== undefined;
const withKafka = available ? describe : describe.skip;

withKafka('two States with services of their own, over Kafka', () => {
  let services: Services;
  let requesting: ServiceProcess;
  let responding: ServiceProcess;
  let oversight: ServiceProcess;
  let jamaica: Desk;
  let usa: Desk;
  let coordinator: Desk;

  beforeAll(async () => {
    services = await separateServices();
    [requesting, responding, oversight] = await Promise.all([
      services.start('requesting'),
      services.start('responding'),
      services.start('oversight'),
    ]);
    jamaica = await services.desk(requesting, 'officer', 'JAM');
    usa = await services.desk(responding, 'officer', 'USA');
    coordinator = await services.desk(oversight, 'coordinator', null);
  });

  const onlyPair = async () =>
    (await coordinator.get<{ readonly items: readonly object[] }>('/v1/oversight/pairs')).body.items;

  const figures = (wanted: Readonly<Record<string, unknown>>) =>
    eventually(async () => {
      expect(await onlyPair()).toEqual([expect.objectContaining({ requestingState: 'JAM', ...wanted })]);
    });

  test('ask, receive, acknowledge and answer, and oversight counts from what both report', async () => {
    const id = await submitted(jamaica);
    const found = `/v1/cases/${id}`;
    const received = await eventually(() => matterAt(usa, found, 'received'));
    expect(received.content).toMatchObject({ arm: sparseRequest.arm });
    await figures({ delivered: 1, acknowledged: 0, unanswered: 1 });
    expect((await usa.post<MatterState>(`${found}/acknowledgement`, {})).status).toBe(200);
    await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'acknowledged'));
    await figures({ acknowledged: 1 });
    expect((await usa.post<MatterState>(`${found}/answer`, answerInFull)).status).toBe(200);
    const answered = await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'answered'));
    expect(answered.answer).toMatchObject(answerInFull);
    await figures({ answeredInFull: 1, unanswered: 0 });
  });

  test('serve the desks of their States alone', async () => {
    const brazil = await services.desk(requesting, 'officer', 'BRA');
    const refused = await brazil.post('/v1/requests', sparseRequest);
    expect(refusalIn(refused)).toEqual([403, 'state-not-served']);
  });
});
