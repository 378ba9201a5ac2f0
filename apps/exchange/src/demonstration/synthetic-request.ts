import { type Item, withReferences } from '@vestigo/arms';
import type { Instant } from '@vestigo/kernel';
import type { ItemAnswer, Restriction } from '@vestigo/lifecycle';
import type { RequestContent } from '@vestigo/requesting/domain';
import { historyId } from '../history/history-id';
import { type Draw, drawing } from './drawing';
import type { YearVolume } from './volumes';

/** One request of the demonstration and what became of it. */
export interface SyntheticRequest {
  readonly id: string;
  readonly requestingState: string;
  readonly submittedAt: Instant;
  readonly content: RequestContent;
  readonly acknowledgedAt: Instant | null;
  readonly response:
    | { readonly at: Instant; readonly answer: ItemAnswer }
    | { readonly at: Instant; readonly refusal: Restriction }
    | null;
}

const synthetic = 'Synthetic record of the demonstration.';

/** The requests of one State and year: their number is real, all else is drawn, always the same way. */
export function syntheticRequests({
  requestingState,
  year,
  requests,
  usSourced,
}: YearVolume): SyntheticRequest[] {
  const draw = drawing(`${requestingState} ${String(year)}`);
  const start = Date.UTC(year, 0, 1);
  const step = (Date.UTC(year + 1, 0, 1) - start) / requests;
  return Array.from({ length: requests }, (_, index) => {
    const submittedAt = Math.floor(start + (index + draw.share()) * step);
    const reference = `${requestingState}-${String(year)}-${String(index + 1).padStart(4, '0')}`;
    const acknowledgedAt = draw.chance(0.93) ? submittedAt + draw.wait(1.4, 0.8) : null;
    return {
      id: historyId(submittedAt, reference),
      requestingState,
      submittedAt,
      content: contentOf(draw, reference, submittedAt),
      acknowledgedAt,
      response: responseOf(draw, submittedAt, acknowledgedAt, year, usSourced / 100),
    };
  });
}

function contentOf(draw: Draw, reference: string, submittedAt: Instant): RequestContent {
  const urgent = draw.chance(0.06);
  const legible = draw.chance(0.86);
  return {
    reference,
    priority: urgent ? 'URGENT' : 'ROUTINE',
    ...(urgent && { justification: `${synthetic} Results are needed at once in a violent crime.` }),
    regimes: ['ITI'],
    illicitGrounds: [draw.one(['ILL_NATLAW', 'ILL_NATLAW', 'ILL_TRANSFER', 'ILL_UNMARKED'])],
    legalBasis: `${synthetic} Unlawful possession of a firearm.`,
    intendedUse: draw.one(['INVESTIGATION', 'PROSECUTION', 'DIVERSION_ANALYSIS']),
    acquisitionMode: draw.one(['SEIZED', 'SEIZED', 'SEIZED', 'FOUND', 'SURRENDERED']),
    recoveredOn: new Date(submittedAt - draw.wait(6, 1)).toISOString().slice(0, 10),
    circumstances: synthetic,
    channel: 'OTHER',
    items: [itemOf(draw, legible)],
  };
}

function itemOf(draw: Draw, legible: boolean): Item {
  return withReferences<Item>({
    number: 1,
    kind: 'ARM',
    type: draw.one([
      'PISTOL_SELFLOADING',
      'PISTOL_SELFLOADING',
      'PISTOL_SELFLOADING',
      'REVOLVER',
      'RIFLE_CARBINE',
      'SHOTGUN',
    ]),
    calibre: draw.one(['9x19mm', '9x19mm', '.40 S&W', '.45 ACP', '.38 Special', '5.56x45']),
    countryOfManufacture: 'USA',
    serial: legible
      ? { asObserved: `SYN${draw.digits(6)}`, part: 'FRAME_RECEIVER', condition: 'INTACT' }
      : { part: 'FRAME_RECEIVER', condition: 'OBLITERATED' },
  });
}

/** Waits are lognormal with means of about 9 to 13 days, the published averages of routine traces in these years. */
function responseOf(
  draw: Draw,
  submittedAt: Instant,
  acknowledgedAt: Instant | null,
  year: number,
  usSourced: number,
): SyntheticRequest['response'] {
  if (draw.chance(0.06)) return null;
  const at = Math.max(acknowledgedAt ?? 0, submittedAt + draw.wait(year < 2022 ? 7 : 10, 0.7));
  if (draw.chance(0.015)) {
    const refusal: Restriction = {
      ground: 'ITI22_INVESTIGATION',
      reason: `${synthetic} An investigation is under way.`,
    };
    return { at, refusal };
  }
  return { at, answer: answerOf(draw, usSourced) };
}

function answerOf(draw: Draw, usSourced: number): ItemAnswer {
  if (!draw.chance(usSourced)) {
    return {
      item: 1,
      outcome: draw.one(['NOT_MADE_HERE', 'ID_INSUFFICIENT', 'NO_TRANSFER_RECORD']),
      remarks: synthetic,
    };
  }
  if (draw.chance(0.55)) {
    const restricted = draw.chance(0.04);
    return {
      item: 1,
      outcome: 'TRACED_LAST_HOLDER',
      lastLegalHolder: `${synthetic} First retail purchaser.`,
      ...(restricted && {
        restriction: {
          ground: 'ITI22_CONFIDENTIALITY_LAW',
          reason: `${synthetic} The purchaser is not named.`,
        },
      }),
    };
  }
  return {
    item: 1,
    outcome: draw.one(['MADE_HERE_NO_SALE_RECORD', 'RECORD_EXPIRED', 'MATCH_STOLEN_LOST']),
    remarks: synthetic,
  };
}
