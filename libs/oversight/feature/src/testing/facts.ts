import { type Projection, type RecordedFact, type View } from '@vestigo/kernel';

export const hour = 3_600_000;
export const day = 24 * hour;
/** A Monday. */
export const monday = Date.UTC(2026, 2, 2);
export const basis = 'ROUTINE;ITI;UTC;6,0';

const codes: Readonly<Partial<Record<string, string>>> = {
  RequestSubmitted: 'ROUTINE',
  CaseReceived: basis,
  CaseAnswered: 'FULL',
  CaseRefused: 'ITI22_NATIONAL_SECURITY',
  AcknowledgementFellDue: 'EXCHANGE_TARGET',
  AnswerFellDue: 'EXCHANGE_TARGET',
};

export interface Happening extends Partial<RecordedFact> {
  readonly type: string;
  readonly requestId: string;
}

/** Facts in the order of the log, recorded when they happened unless said otherwise. */
export function factsOf(happenings: readonly Happening[]): readonly RecordedFact[] {
  return happenings.map((happening, index) => {
    const { type, requestId, occurredAt = monday } = happening;
    return {
      stream: `stream-${requestId}`,
      requestingState: 'TTO',
      respondingState: 'USA',
      code: codes[type] ?? '',
      imported: false,
      occurredAt,
      recordedAt: occurredAt,
      ...happening,
      position: index + 1,
    };
  });
}

/** Folds facts into a view as one batch. */
export function advance(
  view: View,
  projection: Projection<RecordedFact>,
  facts: readonly RecordedFact[],
): void {
  view.advance(view.checkpoint(), facts.at(-1)?.position ?? view.checkpoint(), (rows) =>
    projection.project(facts, rows),
  );
}
