import type { Desk } from './desk';

export interface TimelineLine {
  readonly what: string;
  readonly occurredAt: string;
  readonly byState: string | null;
  readonly act?: string;
  readonly clause?: string;
  readonly said?: object;
}

/** A photograph as a request or a case lists it. */
export interface ShownPhotograph {
  readonly sha256: string;
  readonly arrived: boolean;
  readonly href: string;
  readonly width?: number;
  readonly height?: number;
}

/** What the API tells of a request or a case; content only to those who may read it. */
export interface Matter {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly requestingState: string;
  readonly respondingState: string;
  readonly imported: boolean;
  readonly receivedAt?: string;
  readonly content?: Readonly<Record<string, unknown>>;
  readonly answer?: Readonly<Record<string, unknown>>;
  readonly refusal?: Readonly<Record<string, unknown>>;
  readonly matter?: object;
  readonly items?: readonly object[];
  readonly photographs?: readonly ShownPhotograph[];
  readonly timeline: readonly TimelineLine[];
}

export type MatterState = Pick<Matter, 'id' | 'version' | 'status'>;

/** The least that ITI 17 asks for. */
export const sparseRequest = {
  respondingState: 'USA',
  priority: 'ROUTINE',
  illicitGrounds: ['ILL_NATLAW'],
  legalBasis: 'Firearms Act, section 20',
  intendedUse: 'INVESTIGATION',
  acquisitionMode: 'SEIZED',
  arm: { type: 'UNKNOWN_SMALL' },
} as const;

/** The point of contact of the State asked. */
export const tracingCenter = {
  body: 'National Tracing Center',
  email: 'npc@usa.example',
  timeZone: 'America/New_York',
  weekend: [6, 0],
} as const;

export const answerInFull = {
  outcome: 'TRACED_LAST_HOLDER',
  lastLegalHolder: 'Gun shop of the north',
} as const;

/** Sends a request, or begins a draft of one, and answers with its id. */
export async function submitted(
  desk: Desk,
  request: object = sparseRequest,
  path = '/v1/requests',
): Promise<string> {
  const { status, body, text } = await desk.post<MatterState>(path, request);
  if (status !== 201) throw new Error(text);
  return body.id;
}

/** Reads a matter; throws until it is there, in the given status when one is named. */
export async function matterAt(desk: Desk, path: string, status?: string): Promise<Matter> {
  const answer = await desk.get<Matter>(path);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
  if (status !== undefined && answer.body.status !== status)
    throw new Error(`${path} is ${answer.body.status}`);
  return answer.body;
}
