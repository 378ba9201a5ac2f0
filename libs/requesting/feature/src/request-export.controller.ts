import { Controller, Get, Inject, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  exportedAnswer,
  ExportedForm,
  type ExportedMatter,
  exportFile,
  ExportQuery,
  REPLY_COLUMNS,
  repliesAbout,
  repliesOn,
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
    const matters = this.matters(actor, query.status);
    return exportFile(query, { matters, about, name: 'requests' });
  }

  private async *matters(actor: Actor, status: MatterStatus | undefined): AsyncGenerator<ExportedMatter> {
    const state = stateOf(actor);
    const page = (before: number | undefined) =>
      this.queries.execute(new ListRequests({ state, status, before, limit: 200 }));
    for await (const line of everyLine(page)) {
      const matter = await this.matterOf(line, actor);
      if (matter) yield matter;
    }
  }

  private async matterOf(line: DocketLine<RequestStatus>, actor: Actor): Promise<ExportedMatter | undefined> {
    const { request, history } = await this.queries.execute(new GetRequest(line.id));
    if (!isSubmitted(request)) return undefined;
    const { parties, status, content, book, matter } = request;
    const said = { asked: book.own, replied: book.heard };
    const reader = { ...actor, purpose: content.intendedUse };
    const to = { wayOut: 'export', reader, at: this.now() } as const;
    const shown = shownReplies(parties, said, matter, to);
    const { checks } = shownChecks(content, parties.requestingState, parties, to);
    return {
      id: line.id,
      form: { respondingState: parties.respondingState, ...content, ...checks },
      about: {
        id: line.id,
        version: history.length,
        status,
        requestingState: parties.requestingState,
        imported: parties.imported,
        submittedAt: new Date(line.openedAt).toISOString(),
        changedAt: new Date(line.changedAt).toISOString(),
        ...repliesAbout(shown),
      },
      ofItem: (number) => repliesOn(number, shown),
    };
  }
}
