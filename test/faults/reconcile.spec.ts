import type { DomainEvent, RecordedEvent } from '@vestigo/kernel';
import { type Ledgers, reconcile } from './reconcile';

const id = '01980000-0000-7000-8000-0000000000a1';
const parties = { requestId: id, requestingState: 'TTO', respondingState: 'USA', imported: false };
const content = {
  priority: 'ROUTINE',
  regimes: ['ITI'],
  illicitGrounds: ['ILL_NATLAW'],
  legalBasis: 'Firearms Act',
  intendedUse: 'INVESTIGATION',
  acquisitionMode: 'SEIZED',
  channel: 'OTHER',
  items: [{ number: 1, kind: 'ARM', type: 'REVOLVER' }],
};
const answering = (outcome: string) => ({ answers: [{ item: 1, outcome }], answerClass: 'FULL' });
const answer = answering('TRACED_LAST_HOLDER');
const meta = { actor: 'amina', state: null, role: 'officer', correlationId: '', causationId: '' };

/** One after the other, as a log holds them. */
function logOf(
  category: string,
  ...events: readonly (readonly [type: string, code?: string | undefined, data?: object])[]
) {
  return events.map(([type, code, data = {}], index): RecordedEvent => {
    const clock = code === undefined ? null : { ...parties, code };
    const event: DomainEvent = { type, occurredAt: 1000, clock, data };
    const place = { stream: `${category}-${id}`, version: index + 1, position: index + 1, recordedAt: 2000 };
    return { id: `${category} ${String(index)}`, event, meta, ...place };
  });
}

const submitted = ['RequestSubmitted', 'ROUTINE', content] as const;
const delivered = ['RequestDelivered', undefined, { respondedAt: 1000 }] as const;
const answerHeard = ['AnswerReceived', undefined, { respondedAt: 1000, ...answer }] as const;
const received = ['CaseReceived', 'ROUTINE;ITI;UTC;6,0', content] as const;
const answered = ['CaseAnswered', 'FULL', answer] as const;
const reports = [submitted, received, answered].map(([type, code]) => [type, code] as const);

const whole: Ledgers = {
  requesting: logOf('tracingRequest', submitted, delivered, answerHeard),
  responding: logOf('traceCase', received, answered),
  oversight: logOf('reportedClock', ...reports),
};
const kinds = (change: Partial<Ledgers>) =>
  reconcile({ ...whole, ...change }).map(({ kind, what }) => `${kind}: ${what}`);

describe('what two States keep of a request, and what oversight was told', () => {
  test('agrees', () => {
    expect(reconcile(whole)).toEqual([]);
    expect(reconcile({ requesting: [], responding: [], oversight: [] })).toEqual([]);
  });

  test('lacks a request that never arrived, and one that nobody sent', () => {
    expect(
      kinds({ responding: [], oversight: logOf('reportedClock', ['RequestSubmitted', 'ROUTINE']) }),
    ).toEqual(['lost: request is answered, no case']);
    expect(kinds({ requesting: [] })).toContain('lost: case is answered, no request');
  });

  test('lacks an answer that was not heard', () => {
    expect(kinds({ requesting: logOf('tracingRequest', submitted, delivered) })).toEqual([
      'lost: request is received, case is answered',
      expect.stringMatching(/^disagreeing: answers: \[\] and /),
    ]);
  });

  test('holds an effect twice', () => {
    expect(kinds({ responding: logOf('traceCase', received, answered, answered) })).toContain(
      'doubled: CaseAnswered 2 times',
    );
    expect(kinds({ oversight: logOf('reportedClock', ...reports, reports[0] ?? ['']) })).toEqual([
      'doubled: RequestSubmitted 2 times',
    ]);
  });

  test('tells of another answer than was given', () => {
    const other = { respondedAt: 1000, ...answering('COPY') };
    const heard = logOf('tracingRequest', submitted, delivered, ['AnswerReceived', undefined, other]);
    expect(kinds({ requesting: heard })).toEqual([
      expect.stringMatching(/^disagreeing: answers: .*COPY.* and /),
    ]);
  });

  test('was not reported, or not as it is', () => {
    expect(kinds({ oversight: logOf('reportedClock', ...reports.slice(0, 2)) })).toEqual([
      'unreported: CaseAnswered',
    ]);
    expect(
      kinds({ oversight: logOf('reportedClock', ...reports.slice(0, 2), ['CaseAnswered', 'PARTIAL']) }),
    ).toEqual([expect.stringMatching(/^disagreeing: CaseAnswered: .*FULL.*, reported as .*PARTIAL/)]);
  });

  test('holds a message that was refused', () => {
    const refused = logOf('refusedReply', ['MessageRefused', undefined, { code: 'not-json' }]);
    expect(kinds({ requesting: [...whole.requesting, ...refused] })).toEqual([
      'refused: refusedReply {"code":"not-json"}',
    ]);
  });
});
