import { openIssuer } from '@vestigo/identity';
import { eventually } from '@vestigo/kernel/testing';
import type { Desk } from './desk';
import { ExchangeProcess, processesEnd, temporaryFolder } from './exchange-process';
import { type Matter, matterAt, type TimelineLine, tracingCenter } from './matters';
import { agreedMatter } from './prepared-matters';

/** Found in Jamaica, made in the United States, exported to Colombia by way of Panama, lost there from a stock of the State. */
jest.setTimeout(300_000);
afterAll(processesEnd);

let exchange: ExchangeProcess;
let jamaica: Desk;
let asked: Readonly<Record<'USA' | 'PAN' | 'COL', Desk>>;

beforeAll(async () => {
  exchange = await ExchangeProcess.started(await temporaryFolder(), '--no-demo');
  const officer = (state: string) => exchange.desk('officer', state);
  [jamaica, asked] = [
    await officer('JAM'),
    { USA: await officer('USA'), PAN: await officer('PAN'), COL: await officer('COL') },
  ];
});

const arm = {
  kind: 'ARM',
  type: 'PISTOL_SELFLOADING',
  make: 'Colt',
  calibre: '.45 ACP',
  serial: { asObserved: 'CAG 10472', part: 'FRAME_RECEIVER', condition: 'INTACT' },
} as const;

const found = {
  priority: 'ROUTINE',
  illicitGrounds: ['ILL_NATLAW'],
  legalBasis: 'Firearms Act, section 20',
  intendedUse: 'INVESTIGATION',
  acquisitionMode: 'SEIZED',
  recoveredOn: '2026-03-14',
  items: [arm],
} as const;

type Asked = keyof typeof asked;

interface Trace {
  readonly trails: readonly { readonly hops: readonly { readonly respondingState: string }[] }[];
}

/** An act at one of the two desks of a request, once that desk may do it. */
async function done(desk: Desk, path: string, body: object): Promise<Matter> {
  return eventually(async () => {
    const { status, text, body: after } = await desk.post<Matter>(`/v1/${path}`, body);
    if (status >= 300) throw new Error(`${path}: ${text}`);
    return after;
  });
}

const both = (state: Asked, id: string) =>
  eventually(() => agreedMatter({ requester: jamaica, responder: asked[state] }, id));

/** A request of Jamaica on the trail of an earlier one, which the State has received. */
async function sent(respondingState: Asked, request: object): Promise<string> {
  const { id } = await done(jamaica, 'requests', request);
  await both(respondingState, id);
  return id;
}

/** An act of the State asked (B), or of Jamaica (A), and word of it at the other desk. */
const dialogue = (state: Asked, id: string) => ({
  A: async (noun: string, body: object = {}) => {
    await done(jamaica, `requests/${id}/${noun}`, body);
    return both(state, id);
  },
  B: async (noun: string, body: object = {}) => {
    await done(asked[state], `cases/${id}/${noun}`, body);
    return both(state, id);
  },
});

const line = ({ occurredAt, byState, what, act = what, clause = '', said }: TimelineLine) =>
  [occurredAt, byState, act.padEnd(20), clause.padEnd(22), said ? JSON.stringify(said) : '']
    .join('  ')
    .trimEnd();

/** What both desks see of a request, printed; the acts with their clauses, which must be the same on both. */
async function timelines(state: Asked, id: string): Promise<readonly string[]> {
  const sides = [
    await matterAt(jamaica, `/v1/requests/${id}`),
    await matterAt(asked[state], `/v1/cases/${id}`),
  ];
  const desks = [`JAM > ${state}, as JAM sees it`, `JAM > ${state}, as ${state} sees it`];
  for (const [index, { timeline, status }] of sides.entries()) {
    process.stdout.write(`\n${desks[index] ?? ''} (${status})\n`);
    process.stdout.write(timeline.map((entry) => `  ${line(entry)}\n`).join(''));
  }
  const [ours = [], theirs = []] = sides.map(({ timeline }) =>
    timeline
      .filter(({ act = 'submit' }) => act !== 'submit')
      .map(({ byState, act, clause }) => [byState, act, clause].join(' ').trimEnd()),
  );
  expect(ours).toEqual(theirs);
  return ours.slice(1);
}

test('a pistol found in Jamaica is traced to the stock in Colombia from which it was lost', async () => {
  const second = await openIssuer(exchange.folder).then((issuer) =>
    issuer.issue({ subject: 'second@JAM', state: 'JAM', role: 'officer' }),
  );
  const reviewer = exchange.bearer(second);
  expect((await asked.USA.put('/v1/participants/USA/point-of-contact', tracingCenter)).status).toBe(200);
  const policy = await jamaica.put('/v1/participants/JAM/review-policy', { reviewRequired: true });
  expect(policy.status).toBe(200);
  await eventually(async () => {
    const { body } = await jamaica.get<{ readonly reviewRequired: boolean }>('/v1/participants/JAM');
    expect(body.reviewRequired).toBe(true);
  });

  // The State of manufacture first. Jamaica has a second officer approve what it sends.
  const first = (await done(jamaica, 'requests/drafts', { ...found, respondingState: 'USA' })).id;
  const early = await jamaica.post<{ readonly code: string }>(`/v1/requests/${first}/submission`, {});
  expect([early.status, early.body.code]).toEqual([409, 'review-missing']);
  const own = await jamaica.post<{ readonly code: string }>(`/v1/requests/${first}/approval`, {});
  expect([own.status, own.body.code]).toEqual([403, 'own-draft']);
  await done(reviewer, `requests/${first}/approval`, {});
  expect(await done(jamaica, `requests/${first}/submission`, {})).toMatchObject({
    status: 'sent',
    addressedTo: { version: 1, number: 1, body: 'National Tracing Center' },
  });
  await both('USA', first);
  expect((await jamaica.put('/v1/participants/JAM/review-policy', { reviewRequired: false })).status).toBe(
    200,
  );

  const usa = dialogue('USA', first);
  await usa.B('acknowledgement');
  await usa.B('questions', { text: 'Is there a second number on the slide?' });
  await usa.A('information', { question: 1, information: 'None. The slide was never marked.' });
  await usa.B('answers', {
    answers: [
      {
        item: 1,
        outcome: 'TRACED_EXPORTED_ON',
        onwardState: 'COL',
        chain: [
          { role: 'MANUFACTURED', date: '2004', state: 'USA' },
          {
            role: 'EXPORTED',
            date: '2005-02',
            state: 'USA',
            to: 'Directorate of Supply',
            receiptConfirmed: true,
          },
          { role: 'TRANSITED', date: '2005-03', state: 'PAN' },
        ],
        conditions: [{ kind: 'NO_ONWARD' }],
        restriction: {
          ground: 'ITI22_CONFIDENTIALITY_LAW',
          reason: 'The price and the broker are kept by trade law.',
        },
      },
    ],
  });
  const restricted = await usa.A('clarifications', {
    text: 'Is the name of the consignee under that law, too?',
  });
  expect([restricted.status, restricted.matter]).toEqual([
    'clarification-open',
    expect.objectContaining({ result: 'RESTRICTED', openClarifications: [1] }),
  ]);
  await usa.B('clarifications/1', { text: 'No. It is given under the chain.' });
  await usa.A('consents', { items: [1], recipient: 'COL', purpose: 'To ask the State of import.' });
  const consented = await usa.B('consents/1', { decision: 'GIVEN', terms: 'For the investigation alone.' });
  expect(consented.items).toMatchObject([
    { item: 1, handling: { consents: [{ number: 1, item: 1, to: 'COL' }] } },
  ]);

  // The State of transit refuses.
  const transit = await sent('PAN', { ...found, respondingState: 'PAN', parentRequestId: first });
  const panama = dialogue('PAN', transit);
  await panama.B('refusal', {
    ground: 'ITI22_INVESTIGATION',
    reason: 'The forwarder of that consignment stands trial.',
  });
  await panama.A('closure', { conclusion: 'LEAD_EXHAUSTED' });

  // The State of import finds its own loss.
  const offered = await jamaica.get<object>(`/v1/requests/${first}/follow-on`);
  expect(offered.body).toMatchObject({ respondingState: 'COL', parentRequestId: first });
  // Consent was given: the next State reads to whom the arm was sold.
  expect(offered.text).toContain('Directorate of Supply');
  const last = await sent('COL', { ...offered.body, closesParent: true });
  await eventually(() => matterAt(asked.USA, `/v1/cases/${first}`, 'closed'));
  const colombia = dialogue('COL', last);
  await colombia.B('acknowledgement');
  await colombia.B('search');
  const traced = await colombia.B('answers', {
    answers: [
      {
        item: 1,
        outcome: 'TRACED_DIVERSION',
        chain: [
          { role: 'IMPORTED', date: '2005-04', state: 'COL' },
          { role: 'ISSUED_TO_STATE_FORCE', date: '2005-06', state: 'COL', to: 'Arsenal of the north' },
          { role: 'LOST_REPORTED', date: '2019-08-11', state: 'COL' },
        ],
        pointOfDiversion: { cause: 'STATE_STOCK_LEAK', from: '2019-07', to: '2019-08-11' },
      },
    ],
  });
  expect([traced.status, traced.answer]).toMatchObject([
    'answered',
    { outcome: 'TRACED_DIVERSION', answerClass: 'FULL', pointOfDiversion: { cause: 'STATE_STOCK_LEAK' } },
  ]);
  await colombia.A('closure', { conclusion: 'POINT_OF_DIVERSION_KNOWN' });

  for (const hop of [first, transit, last]) {
    const { body } = await jamaica.get<Trace>(`/v1/traces/${hop}`);
    const trail = body.trails.map(({ hops }) => hops.map(({ respondingState }) => respondingState));
    expect(trail).toEqual([['USA', 'PAN', 'COL']]);
  }

  expect({
    USA: await timelines('USA', first),
    PAN: await timelines('PAN', transit),
    COL: await timelines('COL', last),
  }).toEqual({
    USA: [
      'USA acknowledge ITI 19',
      'USA request-information ITI 21',
      'JAM supply ITI 21',
      'USA answer ITI 20',
      'JAM seek-clarification ITI 23',
      'USA clarify ITI 23',
      'JAM ask-consent ITI 15(c)',
      'USA give-consent ITI 15(c)',
      'JAM close',
    ],
    PAN: ['PAN refuse ITI 22, 23', 'JAM close'],
    COL: ['COL acknowledge ITI 19', 'COL start-search', 'COL answer ITI 20', 'JAM close'],
  });
});
