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
import { MATTER_STATUSES, type MatterStatus, shownChecks, shownReplies } from '@vestigo/lifecycle';
import { isSubmitted, type RequestStatus } from '@vestigo/requesting/domain';
import { IsIn, IsOptional } from 'class-validator';
import { GetRequest, ListRequests } from './request.query';

export class RequestExportQuery extends ExportQuery {
  @IsOptional()
  @IsIn(MATTER_STATUSES)
  readonly status?: MatterStatus;
}

const about = [
  ...['id', 'version', 'status', 'requestingState', 'imported', 'submittedAt', 'changedAt'],
  ...REPLY_COLUMNS,
];

@ApiTags('Many requests at once')
@ApiBearerAuth()
@Controller('v1/requests/export')
export class RequestExportController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(NOW) private readonly now: () => Instant,
  ) {}

  @Get()
  @Allow('officer')
  @ApiOperation({
    summary: 'All requests that your State has sent, with their content, newest first, as one file',
  })
  @ApiExtraModels(ExportedForm)
  @ApiOkResponse(exportedAnswer)
  export(@Query() query: RequestExportQuery, @CurrentActor() actor: Actor): StreamableFile {
    const state = stateOf(actor);
    const page = (before: number | undefined) =>
      this.queries.execute(new ListRequests({ state, status: query.status, before, limit: 200 }));
    const matters = exportedMatters(everyLine(page), (line) => this.matterOf(line, actor));
    return exportFile(query, { matters, about, name: 'requests' });
  }

  private async matterOf(line: DocketLine<RequestStatus>, actor: Actor): Promise<LeavingMatter | undefined> {
    const { request, history } = await this.queries.execute(new GetRequest(line.id));
    if (!isSubmitted(request)) return undefined;
    const { parties, status, content, book, matter } = request;
    const said = { asked: book.own, replied: book.heard };
    const reader = { ...actor, purpose: content.intendedUse };
    const to = { wayOut: 'export', reader, at: this.now() } as const;
    const shown = shownReplies(parties, said, matter, to);
    const { checks } = shownChecks(content, parties.requestingState, parties, to);
    return {
      ...{ id: line.id, parties, content: { ...content, ...checks }, shown },
      about: {
        ...{ version: history.length, status },
        submittedAt: new Date(line.openedAt).toISOString(),
        changedAt: new Date(line.changedAt).toISOString(),
      },
    };
  }
}
