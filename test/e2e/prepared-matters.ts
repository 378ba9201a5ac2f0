import { eventually } from '@vestigo/kernel/testing';
import { caseActsWithCanaries, requestActsWithCanaries, requestWithCanaries } from './canaries';
import type { Desk } from './desk';
import { type Matter, matterAt, submitted } from './matters';

/** The desks of the two States. */
export interface TwoDesks {
  readonly requester: Desk;
  readonly responder: Desk;
}

type CaseAct = Exclude<keyof typeof caseActsWithCanaries, `${string}{number}`>;
type Before = readonly ({ readonly B: CaseAct } | { readonly A: keyof typeof requestActsWithCanaries })[];

/** What is done on a matter, by the requesting desk (A) and the responding one (B), before this can be done. */
const before: Readonly<Record<string, Before>> = {
  'requests/{id}/information': [{ B: 'questions' }],
  'requests/{id}/information-refusal': [{ B: 'questions' }],
  'requests/{id}/clarifications': [{ B: 'refusal' }],
  'requests/{id}/consents': [{ B: 'answer' }],
  'requests/{id}/disclosure-notices': [{ B: 'answer' }],
  'requests/{id}/closure': [{ B: 'answer' }],
  'requests/{id}/reopening': [{ B: 'answer' }, { A: 'closure' }],
  'cases/{id}/search': [{ B: 'acknowledgement' }],
  'cases/{id}/supplements': [{ B: 'answer' }],
  'cases/{id}/corrections': [{ B: 'answer' }],
  'cases/{id}/restrictions': [{ B: 'answer' }, { B: 'restrictions/lifting' }],
  'cases/{id}/restrictions/lifting': [{ B: 'answer' }],
  'cases/{id}/clarifications/{number}': [{ B: 'refusal' }, { A: 'clarifications' }],
  'cases/{id}/consents/{number}': [{ B: 'answer' }, { A: 'consents' }],
};

const ofDrafts = ['draft', 'approval', 'submission'];

/** Requests of the one State that the other has received, so far along that what the path names can be done on them. */
export async function preparedMatters(
  desks: TwoDesks,
  path: string,
  count: number,
): Promise<readonly string[]> {
  const many = Array.from({ length: count });
  const { draft } = requestActsWithCanaries;
  if (ofDrafts.some((noun) => path.endsWith(`/${noun}`))) {
    return Promise.all(many.map(() => submitted(desks.requester, draft, '/v1/requests/drafts')));
  }
  const ids = await Promise.all(many.map(() => submitted(desks.requester, requestWithCanaries)));
  await Promise.all(
    ids.map(async (id) => {
      await eventually(() => agreedMatter(desks, id));
      for (const step of before[path.replace('/v1/', '')] ?? []) await stepDone(desks, id, step);
    }),
  );
  return ids;
}

/** Does one act, and waits until both desks know of it. */
async function stepDone(desks: TwoDesks, id: string, step: Before[number]): Promise<void> {
  const { requester, responder } = desks;
  const { status, text } =
    'A' in step
      ? await requester.post(`/v1/requests/${id}/${step.A}`, requestActsWithCanaries[step.A])
      : await responder.post(`/v1/cases/${id}/${step.B}`, caseActsWithCanaries[step.B]);
  if (status !== 200) throw new Error(text);
  await eventually(() => agreedMatter(desks, id));
}

/** The matter as both desks tell it; throws until they tell the same of everything that has been done. */
export async function agreedMatter({ requester, responder }: TwoDesks, id: string): Promise<Matter> {
  const request = await matterAt(requester, `/v1/requests/${id}`);
  const found = await matterAt(responder, `/v1/cases/${id}`);
  expect(toldBy(request)).toEqual(toldBy(found));
  return request;
}

/** The timeline of the desk of the State asked begins with its receipt. */
const toldBy = ({ status, matter, timeline }: Matter) => ({
  status,
  matter,
  acts: timeline.flatMap(({ act = 'submit' }) => (act === 'submit' ? [] : [act])).toSorted(),
});
