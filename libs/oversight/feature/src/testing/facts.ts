import { type Projection, type RecordedFact, type View } from '@vestigo/kernel';
import { classFactTypes } from '@vestigo/oversight/domain';

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
  ConsentFellDue: 'EXCHANGE_TARGET;1',
};

const choices: Readonly<Partial<Record<string, readonly string[]>>> = {
  ...Object.fromEntries(classFactTypes.map((type) => [type, ['FULL', 'PARTIAL', 'NEGATIVE', 'REFUSED', '']])),
  CaseReceived: [basis, 'ROUTINE;EU977;Europe/Berlin;6,0', 'URGENT;EU977,ECOWAS;Africa/Lagos;6,0'],
  InformationRequested: ['1', '2'],
  InformationSupplied: ['1', '2'],
  InformationDeclined: ['1', '2'],
  ConsentAsked: ['1', '2'],
  ConsentRequested: ['1', '2'],
  ConsentGiven: ['1', '2'],
  ConsentDenied: ['1', '2'],
  ConsentFellDue: ['EXCHANGE_TARGET;1', 'EXCHANGE_TARGET;2'],
};

/** One of the codes that a fact of this type may have. */
export function codesOf(type: string, choice: number): Pick<RecordedFact, 'code'> {
  const known = choices[type] ?? [codes[type] ?? ''];
  return { code: known[choice % known.length] ?? '' };
}

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
): Promise<void> {
  return view.advance(view.checkpoint(), facts.at(-1)?.position ?? view.checkpoint(), (rows) =>
    projection.project(facts, rows),
  );
}
