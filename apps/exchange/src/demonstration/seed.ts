import type { CommandBus } from '@nestjs/cqrs';
import { DirectoryCommand } from '@vestigo/directory';
import { type CommandContext, fold, handle, type Instant, type Log } from '@vestigo/kernel';
import { RequestingCommand } from '@vestigo/requesting';
import { RespondingCommand } from '@vestigo/responding';
import { stateName } from '@vestigo/states';
import { historyId } from '../history/history-id';
import { importRun, type SliceImported } from '../history/import-run';
import { inParallel } from '../history/in-parallel';
import type { Progress } from '../history/progress';
import { type SyntheticRequest, syntheticRequests } from './synthetic-request';
import { DESKS, YEAR_VOLUMES, type YearVolume } from './volumes';

export interface Seeding {
  readonly commands: CommandBus;
  readonly log: Log;
  readonly now: () => Instant;
  /** Until every desk has heard what the others said. */
  readonly settled: () => Promise<void>;
}

const run = 'demonstration';
/** The first thing a seeding records, so that one cut short at once is known as one. */
const begun = 'begun';
const width = 64;

/** How many requests are to be seeded: all in an empty log, the rest when a seeding was cut short, otherwise none. */
export async function requestsToSeed({ log }: Pick<Seeding, 'log'>): Promise<number> {
  const done = await slicesDone(log);
  const untouched = (await log.store.head()) === 0;
  return untouched || done.size > 0 ? leftOf(done).reduce((sum, { requests }) => sum + requests, 0) : 0;
}

/** Sends the world of the demonstration through the commands that every desk uses, slice by slice. */
export async function seed(seeding: Seeding, progress: Progress): Promise<void> {
  const { log } = seeding;
  const slices = leftOf(await slicesDone(log));
  await record(seeding, begun);
  await inParallel(DESKS, 1, (desk) => registerDesk(seeding, desk));
  await seeding.settled();
  for (const volume of slices) {
    const requests = syntheticRequests(volume);
    await inParallel(requests, width, async (request) => {
      await submit(seeding, request);
      progress.add(1);
    });
    await seeding.settled();
    await inParallel(requests, width, (request) => respond(seeding, request));
    await seeding.settled();
    await record(seeding, sliceOf(volume));
  }
}

async function slicesDone(log: Log): Promise<ReadonlySet<string>> {
  return fold(importRun, await log.store.read<SliceImported>(`${importRun.category}-${run}`));
}

function leftOf(done: ReadonlySet<string>): readonly YearVolume[] {
  return YEAR_VOLUMES.filter((volume) => !done.has(sliceOf(volume)));
}

async function record({ log, now }: Seeding, slice: string): Promise<void> {
  await handle(log, importRun, run, { slice, at: now() }, { meta: metaOf(null, run) });
}

const sliceOf = ({ requestingState, year }: YearVolume) => `${requestingState} ${String(year)}`;

async function registerDesk(
  { commands, now }: Seeding,
  { state, timeZone }: (typeof DESKS)[number],
): Promise<void> {
  const pointOfContact = {
    body: `National point of contact of ${stateName(state)} (synthetic)`,
    email: `npc@${state.toLowerCase()}.example`,
    timeZone,
    weekend: [6, 0],
  } as const;
  const act = { by: null, state, at: now(), now: now() };
  await commands.execute(
    new DirectoryCommand(
      { type: 'RegisterPointOfContact', ...act, pointOfContact },
      { meta: metaOf(null, run) },
    ),
  );
}

async function submit({ commands, now }: Seeding, request: SyntheticRequest): Promise<void> {
  const { id, requestingState, submittedAt: at, content } = request;
  const act = { by: requestingState, at, now: now() };
  await commands.execute(
    new RequestingCommand(
      id,
      {
        type: 'SubmitRequest',
        ...act,
        requestId: id,
        requestingState,
        respondingState: 'USA',
        imported: true,
        content,
      },
      once(requestingState, id, id),
    ),
  );
}

async function respond(
  { commands, now }: Seeding,
  { id, acknowledgedAt, response }: SyntheticRequest,
): Promise<void> {
  if (acknowledgedAt !== null && (!response || acknowledgedAt < response.at)) {
    const act = { by: 'USA', at: acknowledgedAt, now: now() };
    const context = once('USA', id, historyId(acknowledgedAt, `${id} acknowledged`));
    await commands.execute(new RespondingCommand(id, { type: 'AcknowledgeCase', ...act }, context));
  }
  if (!response) return;
  const act = { by: 'USA', at: response.at, now: now() };
  const context = once('USA', id, historyId(response.at, `${id} responded`));
  await commands.execute(
    new RespondingCommand(
      id,
      'answer' in response
        ? { type: 'AnswerCase', ...act, answers: [response.answer] }
        : { type: 'RefuseCase', ...act, refusal: response.refusal },
      context,
    ),
  );
}

/** A seeding that is run again finds what it did before. */
function once(state: string, requestId: string, messageId: string): CommandContext {
  return { meta: metaOf(state, requestId), messageId };
}

function metaOf(state: string | null, correlationId: string) {
  return {
    actor: run,
    state,
    role: state === null ? 'coordinator' : 'officer',
    correlationId,
    causationId: correlationId,
  };
}
