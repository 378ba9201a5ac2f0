import { eventually } from '@vestigo/kernel/testing';
import type { Desk } from './desk';
import { ExchangeProcess, processesEnd, temporaryFolder } from './exchange-process';
import { matterAt, sparseRequest, submitted } from './matters';

jest.setTimeout(300_000);

interface Line {
  readonly id: string;
  readonly due: {
    readonly acknowledgement: string | null;
    readonly answer: string | null;
    readonly suspended: boolean;
  };
}

describe('the inbox of a requesting desk', () => {
  let exchange: ExchangeProcess;
  let jamaica: Desk;
  let usa: Desk;

  beforeAll(async () => {
    exchange = await ExchangeProcess.started(await temporaryFolder(), '--no-demo');
    [jamaica, usa] = [await exchange.desk('officer', 'JAM'), await exchange.desk('officer', 'USA')];
  }, 300_000);
  afterAll(processesEnd);

  const linesOf = async (desk: Desk, path: string) =>
    (await desk.get<{ readonly items: readonly Line[] }>(path)).body.items;
  const idsOf = async (desk: Desk, query: string) =>
    (await linesOf(desk, `/v1/requests?${query}`)).map(({ id }) => id);

  test('tells the due instants that the State asked reckons with, soonest first', async () => {
    const routine = await submitted(jamaica);
    const urgent = await submitted(jamaica, {
      ...sparseRequest,
      priority: 'URGENT',
      justification: 'A hearing.',
    });
    for (const id of [routine, urgent]) {
      await eventually(() => matterAt(usa, `/v1/cases/${id}`, 'received'));
      await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'received'));
    }
    await eventually(async () => {
      const asked = await linesOf(jamaica, '/v1/requests?order=due');
      const received = await linesOf(usa, '/v1/cases?order=due');
      expect(asked.map(({ id }) => id)).toEqual([urgent, routine]);
      expect(asked.every(({ due }) => due.acknowledgement !== null && due.answer !== null)).toBe(true);
      expect(asked.map(({ due }) => due)).toEqual(received.map(({ due }) => due));
    });
    expect(await idsOf(jamaica, 'due=WITHIN_3_DAYS&priority=URGENT&responding=USA')).toEqual([urgent]);
    expect(await idsOf(jamaica, 'due=OVERDUE')).toEqual([]);
    expect(await idsOf(jamaica, 'responding=BRA')).toEqual([]);
  }, 300_000);

  test('is searched by part of an id, and by a serial number only where content may be read', async () => {
    const serial = { asObserved: 'KX-40917', part: 'FRAME_RECEIVER', condition: 'INTACT' };
    const id = await submitted(jamaica, { ...sparseRequest, arm: { type: 'UNKNOWN_SMALL', serial } });
    await eventually(async () => expect(await idsOf(jamaica, 'text=kx40917')).toEqual([id]));
    expect(await idsOf(jamaica, `text=${id.slice(-12)}`)).toEqual([id]);
    const liaison = await exchange.desk('liaison', 'JAM');
    expect(await idsOf(liaison, `text=${id}`)).toEqual([id]);
    expect(await idsOf(liaison, 'text=kx40917')).toEqual([]);
    expect(await idsOf(usa, 'text=kx40917')).toEqual([]);
  }, 300_000);
});
