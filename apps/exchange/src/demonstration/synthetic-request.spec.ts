import { Rejection } from '@vestigo/kernel';
import { tracingRequest } from '@vestigo/requesting/domain';
import { traceCase } from '@vestigo/responding/domain';
import { type SyntheticRequest, syntheticRequests } from './synthetic-request';
import { YEAR_VOLUMES } from './volumes';

const all = YEAR_VOLUMES.flatMap((volume) => syntheticRequests(volume));
const now = Date.UTC(2026, 0, 1);

function decidedOn({
  id,
  requestingState,
  submittedAt,
  content,
  acknowledgedAt,
  response,
}: SyntheticRequest) {
  const parties = { requestId: id, requestingState, respondingState: 'USA', imported: true };
  const sent = { by: requestingState, at: submittedAt, now };
  const submitted = tracingRequest.decide(
    { type: 'SubmitRequest', ...sent, ...parties, content },
    tracingRequest.initial,
  );
  const received = traceCase.decide(
    { type: 'ReceiveRequest', ...sent, parties, content, clockBasis: 'ROUTINE;ITI;UTC;6,0' },
    traceCase.initial,
  );
  if (received instanceof Rejection) return [submitted, received];
  const open = received.reduce(traceCase.evolve, traceCase.initial);
  const desk = { by: 'USA', now };
  const acknowledged =
    acknowledgedAt === null
      ? []
      : traceCase.decide({ type: 'AcknowledgeCase', ...desk, at: acknowledgedAt }, open);
  if (response === null) return [submitted, acknowledged];
  return [
    submitted,
    acknowledged,
    traceCase.decide(
      'answer' in response
        ? { type: 'AnswerCase', ...desk, at: response.at, answers: [response.answer] }
        : { type: 'RefuseCase', ...desk, at: response.at, refusal: response.refusal },
      open,
    ),
  ];
}

describe('the requests of the demonstration', () => {
  test('are as many as were published for the State and year, and lie in that year', () => {
    for (const volume of YEAR_VOLUMES) {
      const requests = syntheticRequests(volume);
      expect(requests).toHaveLength(volume.requests);
      expect(new Set(requests.map(({ submittedAt }) => new Date(submittedAt).getUTCFullYear()))).toEqual(
        new Set([volume.year]),
      );
      expect(new Set(requests.map(({ requestingState }) => requestingState))).toEqual(
        new Set([volume.requestingState]),
      );
    }
  });

  test('are drawn the same way each time', () => {
    for (const volume of YEAR_VOLUMES.slice(0, 3)) {
      expect(syntheticRequests(volume)).toEqual(syntheticRequests({ ...volume }));
    }
  });

  test('have ids and references of their own', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(all.map(({ content }) => content.reference)).size).toBe(all.length);
  });

  test('are admissible, and so is what became of them: no rule is passed over', () => {
    expect(
      all.filter((request) => decidedOn(request).some((decided) => decided instanceof Rejection)),
    ).toEqual([]);
  });

  test('happen in order: recovered, sent, acknowledged, answered', () => {
    for (const { submittedAt, acknowledgedAt, response, content } of all) {
      expect(Date.parse(content.recoveredOn ?? '')).toBeLessThanOrEqual(submittedAt);
      expect(acknowledgedAt ?? submittedAt).toBeGreaterThanOrEqual(submittedAt);
      expect(response?.at ?? Infinity).toBeGreaterThanOrEqual(acknowledgedAt ?? submittedAt);
    }
  });

  test('say of themselves that they are synthetic', () => {
    for (const { content, response } of all) {
      expect(content.legalBasis).toMatch(/^Synthetic record/);
      const said = response && ('answer' in response ? response.answer : response.refusal);
      expect(JSON.stringify(said ?? 'Synthetic')).toContain('Synthetic');
    }
  });

  test('are answered for the most part, some refused, some never', () => {
    const shareOf = (test: (request: SyntheticRequest) => boolean) => all.filter(test).length / all.length;
    expect(shareOf(({ response }) => response !== null)).toBeCloseTo(0.94, 1);
    expect(shareOf(({ response }) => response !== null && 'refusal' in response)).toBeCloseTo(0.015, 1);
  });
});
