import { Controller, Get, Inject, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  exportedAnswer,
  ExportedForm,
  exportedMatters,
  exportFile,
  ExportQuery,
  type LeavingMatter,
  REPLY_COLUMNS,
} from '@vestigo/bulk';
import { type DocketLine, everyLine } from '@vestigo/docket';
import { NOW } from '@vestigo/http';
import { type Actor, Allow, CurrentActor, stateOf } from '@vestigo/identity';
import type { Instant } from '@vestigo/kernel';
import { shownChecks, shownReplies } from '@vestigo/lifecycle';
import { CASE_STATUSES, type CaseStatus } from '@vestigo/responding/domain';
import { IsIn, IsOptional } from 'class-validator';
import { GetCase, ListCases } from './case.query';

export class CaseExportQuery extends ExportQuery {
  @IsOptional()
  @IsIn(CASE_STATUSES)
  readonly status?: CaseStatus;
}

const about = [
  ...['id', 'version', 'status', 'requestingState', 'imported', 'receivedAt', 'changedAt'],
  ...REPLY_COLUMNS,
];

@ApiTags('Many requests at once')
@ApiBearerAuth()
@Controller('v1/cases/export')
export class CaseExportController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(NOW) private readonly now: () => Instant,
  ) {}

  @Get()
  @Allow('officer')
  @ApiOperation({ summary: 'All cases of your State with their content, newest first, as one file' })
  @ApiExtraModels(ExportedForm)
  @ApiOkResponse(exportedAnswer)
  export(@Query() query: CaseExportQuery, @CurrentActor() actor: Actor): StreamableFile {
    const state = stateOf(actor);
    const page = (before: number | undefined) =>
      this.queries.execute(new ListCases({ state, status: query.status, before, limit: 200 }));
    const matters = exportedMatters(everyLine(page), (line) => this.matterOf(line, actor));
    return exportFile(query, { matters, about, name: 'cases' });
  }

  private async matterOf(line: DocketLine<CaseStatus>, actor: Actor): Promise<LeavingMatter | undefined> {
    const { found, history } = await this.queries.execute(new GetCase(line.id));
    if (found.status === 'unknown') return undefined;
    const { parties, status, content, receivedAt, book, matter } = found;
    const said = { asked: book.heard, replied: book.own };
    const reader = { ...actor, purpose: content.intendedUse };
    const to = { wayOut: 'export', reader, at: this.now() } as const;
    const shown = shownReplies(parties, said, matter, to);
    const { checks } = shownChecks(content, parties.respondingState, parties, to);
    return {
      ...{ id: line.id, parties, content: { ...content, ...checks }, shown },
      about: {
        ...{ version: history.length, status },
        receivedAt: new Date(receivedAt).toISOString(),
        changedAt: new Date(line.changedAt).toISOString(),
      },
    };
  }
}
