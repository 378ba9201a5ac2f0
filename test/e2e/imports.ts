import { csvLine } from '@vestigo/bulk';
import { eventually } from '@vestigo/kernel/testing';
import type { Answer, Desk, Sent } from './desk';

/** What the API tells of an import. */
export interface Import {
  readonly id: string;
  readonly status: string;
  readonly rows: number;
  readonly requests: number;
  readonly faulty: number;
  readonly faults: number;
  readonly sent: number;
  readonly skipped: number;
  readonly report: readonly Readonly<Record<string, unknown>>[];
}

const columns = {
  request: '',
  respondingState: 'USA',
  reference: '',
  priority: 'ROUTINE',
  illicitGrounds: 'ILL_NATLAW',
  legalBasis: 'Firearms Act, section 20',
  intendedUse: 'INVESTIGATION',
  acquisitionMode: 'SEIZED',
  'item.kind': 'ARM',
  'item.type': 'PISTOL_SELFLOADING',
  'item.serial.asObserved': '',
  'item.serial.part': 'FRAME_RECEIVER',
  'item.serial.condition': 'INTACT',
  'item.remarks': '',
} as const;

export type Row = Readonly<Partial<Record<keyof typeof columns, string>>>;

/** A CSV file with these rows, each the least that ITI 17 asks for unless said otherwise. */
export const requestFile = (rows: readonly Row[] = [{}]): string =>
  [Object.keys(columns), ...rows.map((row) => Object.values({ ...columns, ...row }))].map(csvLine).join('');

interface HandingIn {
  readonly mode?: string;
  readonly type?: string;
  readonly headers?: Sent;
}

export function sendFile(
  desk: Desk,
  body: string | Uint8Array<ArrayBuffer>,
  { mode = 'dry-run', type = 'text/csv', headers = {} }: HandingIn = {},
): Promise<Answer<Import>> {
  return desk.ask('POST', `/v1/imports?mode=${mode}`, {
    body,
    headers: { ...headers, 'content-type': type },
  });
}

/** What an import has come to when `there` holds or it is over; fails when it stands still. */
export async function importReached(
  desk: Desk,
  id: string,
  there: (now: Import) => boolean,
): Promise<Import> {
  for (let reached = -1; ;) {
    const now = await eventually(async () => {
      const { status, body, text } = await desk.get<Import>(`/v1/imports/${id}`);
      if (status !== 200 || (!there(body) && isUnderWay(body) && far(body) <= reached)) throw new Error(text);
      return body;
    });
    if (there(now) || !isUnderWay(now)) return now;
    reached = far(now);
  }
}

export const importEnded = (desk: Desk, id: string): Promise<Import> => importReached(desk, id, () => false);

const isUnderWay = ({ status }: Import) => status === 'checking' || status === 'sending';
const far = ({ requests, sent }: Import) => requests + sent;

/** Hands a file in and waits for its end. */
export async function imported(
  desk: Desk,
  body: string | Uint8Array<ArrayBuffer>,
  how: HandingIn = {},
): Promise<Import> {
  const taken = await sendFile(desk, body, how);
  if (taken.status !== 202) throw new Error(taken.text);
  return importEnded(desk, taken.body.id);
}
