import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  decodeTexts,
  encodeTexts,
  idFor,
  Invocation,
  type Invoked,
  NEW_ID,
  NOW,
  PageQuery,
  SentStream,
  type Stream,
  TakesStream,
} from '@vestigo/http';
import { type Actor, Allow, CurrentActor, stateOf } from '@vestigo/identity';
import { type Instant, Rejection } from '@vestigo/kernel';
import { reviewMissing } from '@vestigo/requesting/domain';
import { KNOWN_DIRECTORY, type KnownDirectory } from '../known-directory';
import { arrive, FILE_LIMIT } from './arriving-file';
import { FILE_FORMS, isFileForm } from './drafts-in';
import { FILE, type ImportFolder } from './import-folder';
import { begun, type ImportState, isUnderWay, type TakenFile } from './import-state';
import { ImportPage, ImportProgress, ImportQuery } from './imports.dto';
import { TEMPLATE } from './template';

export const IMPORT_FOLDER = Symbol('folder of the imports');

@ApiTags('Many requests at once')
@ApiBearerAuth()
@Controller('v1/imports')
export class ImportsController {
  /** Files that arrive together are taken one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(IMPORT_FOLDER) private readonly folder: ImportFolder,
    @Inject(NOW) private readonly now: () => Instant,
    @Inject(NEW_ID) private readonly newId: () => string,
    @Inject(KNOWN_DIRECTORY) private readonly directory: KnownDirectory,
  ) {}

  @Post()
  @HttpCode(202)
  @Allow('officer')
  @TakesStream(...FILE_FORMS)
  @ApiOperation({ summary: 'Hand in a file of tracing requests, to be checked and, if so said, sent' })
  @ApiConsumes(...FILE_FORMS)
  @ApiBody({ schema: { type: 'string', format: 'binary', maxLength: FILE_LIMIT } })
  @ApiAcceptedResponse({
    type: ImportProgress,
    headers: { Location: { description: 'Where its progress is read.', schema: { type: 'string' } } },
  })
  async take(
    @Query() { mode }: ImportQuery,
    @SentStream() sent: Stream,
    @Invocation() { actor, context }: Invoked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportProgress> {
    const state = stateOf(actor);
    if (mode !== 'dry-run' && (await this.directory.reviewRequired(state))) throw reviewMissing();
    const id = idFor(context, this.newId);
    const arriving = await this.folder.arriving(id);
    try {
      const arrived = await arrive(sent, join(arriving, FILE));
      const form = isFileForm(sent.mediaType) ? sent.mediaType : 'application/json';
      const takenAt = new Date(this.now()).toISOString();
      const file = { id, state, actor: actor.subject, mode, form, ...arrived, takenAt };
      const taken = this.#turn.then(() => this.takeInTurn(arriving, file));
      this.#turn = taken.catch(() => undefined);
      void reply.header('Location', `/v1/imports/${id}`);
      return await this.shown(await taken);
    } finally {
      await rm(arriving, { recursive: true, force: true });
    }
  }

  @Get()
  @Allow('officer')
  @ApiOperation({ summary: 'The imports of your State, newest first' })
  @ApiOkResponse({ type: ImportPage })
  async list(@Query() { limit, cursor }: PageQuery, @CurrentActor() actor: Actor): Promise<ImportPage> {
    const [before, id] = cursor === undefined ? [] : decodeTexts(cursor, 2);
    const all = await this.folder.ofState(stateOf(actor));
    const isAfter = (one: ImportState) =>
      before === undefined || id === undefined || `${one.takenAt} ${one.id}` < `${before} ${id}`;
    const items = all.filter(isAfter).slice(0, limit);
    return { items: items.map(summaryOf), next: encodeTexts(items, limit, (one) => [one.takenAt, one.id]) };
  }

  @Get('template.csv')
  @Allow('officer', 'liaison', 'coordinator')
  @Header('Content-Type', 'text/csv; charset=utf-8; header=present')
  @ApiOperation({ summary: 'The first row of a file of tracing requests in CSV' })
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string' } } } })
  template(): string {
    return TEMPLATE;
  }

  @Get(':import')
  @Allow('officer')
  @ApiOperation({ summary: 'How far an import of your State is, and what is wrong with its file' })
  @ApiOkResponse({ type: ImportProgress })
  async get(@Param('import') id: string, @CurrentActor() actor: Actor): Promise<ImportProgress> {
    const found = await this.folder.find(id);
    if (found?.state === stateOf(actor)) return this.shown(found);
    throw new Rejection('not-found', 'import-not-found', 'Your State has no import with this id.');
  }

  private async takeInTurn(arrived: string, file: TakenFile): Promise<ImportState> {
    const earlier = await this.folder.find(file.id);
    if (earlier) return sameAs(earlier, file);
    await this.makeSureOfNoOther(file.state);
    const state = begun(file);
    await this.folder.take(arrived, state);
    return state;
  }

  /** Files that wait for each other would only take room. */
  private async makeSureOfNoOther(state: string): Promise<void> {
    for (const id of await this.folder.underWay()) {
      const other = await this.folder.find(id);
      if (other?.state !== state || !isUnderWay(other)) continue;
      throw new Rejection(
        'conflict',
        'import-under-way',
        `Your State has an import under way. Wait until /v1/imports/${id} has come to its end.`,
      );
    }
  }

  private async shown(state: ImportState): Promise<ImportProgress> {
    const report = state.status === 'checking' ? [] : await this.folder.reportOf(state.id);
    return { ...summaryOf(state), report: report.toSorted((one, other) => one.line - other.line) };
  }
}

function summaryOf({
  state: _,
  actor: __,
  sha256: ___,
  form: mediaType,
  ...progress
}: ImportState): Omit<ImportProgress, 'report'> {
  return { ...progress, mediaType };
}

/** A repeat under the same key is the import that it repeats. */
function sameAs(earlier: ImportState, given: TakenFile): ImportState {
  if (earlier.sha256 === given.sha256 && earlier.mode === given.mode) return earlier;
  throw new Rejection(
    'invalid',
    'idempotency-key-reused',
    'This Idempotency-Key was used with another file or mode. Send the first file again, or use a new key.',
  );
}
