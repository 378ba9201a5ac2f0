import { Controller, Get, Inject, Query, type StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { exportedContent, type ExportedMatter, exportFile, ExportQuery } from '@vestigo/bulk';
import { type DocketLine, everyLine } from '@vestigo/docket';
import { type Actor, Allow, CurrentActor, stateOf } from '@vestigo/identity';
import { REQUEST_STATUSES, type RequestStatus } from '@vestigo/requesting/domain';
import { IsIn, IsOptional } from 'class-validator';
import { GetRequest, ListRequests } from './request.query';

export class RequestExportQuery extends ExportQuery {
  @IsOptional()
  @IsIn(REQUEST_STATUSES)
  readonly status?: RequestStatus;
}

/** What an exported request says about itself: what it was answered stands with the item that was answered. */
const about = [
  ...['id', 'version', 'status', 'requestingState', 'imported', 'submittedAt', 'changedAt'],
  ...['answer.outcome', 'answer.answerClass', 'answer.lastLegalHolder', 'answer.onwardState'],
  ...['answer.documentReference', 'answer.remarks', 'answer.restriction.ground', 'answer.restriction.reason'],
  ...['refusal.ground', 'refusal.reason'],
];

@ApiTags('Many requests at once')
@ApiBearerAuth()
@Controller('v1/requests/export')
export class RequestExportController {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Get()
  @Allow('officer')
  @ApiOperation({ summary: 'All requests of your State with their content, newest first, as one file' })
  @ApiOkResponse(exportedContent)
  export(@Query() query: RequestExportQuery, @CurrentActor() actor: Actor): StreamableFile {
    const matters = this.matters(stateOf(actor), query.status);
    return exportFile(query, { matters, about, name: 'requests' });
  }

  private async *matters(state: string, status: RequestStatus | undefined): AsyncGenerator<ExportedMatter> {
    const page = (before: number | undefined) =>
      this.queries.execute(new ListRequests({ state, status, before, limit: 200 }));
    for await (const line of everyLine(page)) {
      const matter = await this.matterOf(line);
      if (matter) yield matter;
    }
  }

  private async matterOf(line: DocketLine<RequestStatus>): Promise<ExportedMatter | undefined> {
    const { request, history } = await this.queries.execute(new GetRequest(line.id));
    if (request.status === 'unknown') return undefined;
    const { parties, status, content, answer, refusal } = request;
    return {
      id: line.id,
      form: { respondingState: parties.respondingState, ...content },
      about: {
        id: line.id,
        version: history.length,
        status,
        requestingState: parties.requestingState,
        imported: parties.imported,
        submittedAt: new Date(line.openedAt).toISOString(),
        changedAt: new Date(line.changedAt).toISOString(),
        ...(answer && { answer }),
        ...(refusal && { refusal }),
      },
      // The first form of an answer is about item 1.
      ofItem: (number) => (number === 1 ? {} : { answer: undefined }),
    };
  }
}
