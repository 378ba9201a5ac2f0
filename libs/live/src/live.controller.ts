import { Readable } from 'node:stream';
import {
  Controller,
  createParamDecorator,
  type ExecutionContext,
  Get,
  type OnModuleDestroy,
  Res,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemResponse } from '@vestigo/http';
import { type Actor, Allow, CurrentActor } from '@vestigo/identity';
import type { Position } from '@vestigo/kernel';
import { LiveChanges } from './live.dto';
import { LiveFeed } from './live-feed';
import { Seats } from './seats';

/** Milliseconds that a stream lasts: whoever goes on proves anew who it is. */
const lasts = 300_000;

interface Asked {
  readonly wantsStream: boolean;
  readonly after?: Position;
}

/** What was never given as a place is one of which nothing is known. */
const unknownPlace = -1;

const AskedLive = createParamDecorator((_: unknown, context: ExecutionContext): Asked => {
  const { headers, method } = context.switchToHttp().getRequest<FastifyRequest>();
  const wantsStream = method === 'GET' && /\btext\/event-stream\b/i.test(headers.accept ?? '');
  const place = headers['last-event-id'];
  if (place === undefined || place === '') return { wantsStream };
  const after = /^\d{1,15}$/.test(String(place)) ? Number(place) : unknownPlace;
  return { wantsStream, after };
});

const description = `Kinds and ids of what changed and may be read by whoever asks; never content. With \`Accept: text/event-stream\` as
server-sent events: one at once, then one for each change, and a comment when nothing happens; the stream ends after five minutes at
the latest, and goes on where it was with \`Last-Event-ID\`. Otherwise what changed since \`Last-Event-ID\`, at once.`;

@ApiTags('Live')
@ApiBearerAuth()
@Controller('v1/live')
export class LiveController implements OnModuleDestroy {
  readonly #closing = new AbortController();
  readonly #seats = new Seats();

  constructor(private readonly feed: LiveFeed) {}

  @Get()
  @Allow('officer', 'liaison', 'coordinator', 'liaison-desk')
  @ApiOperation({ summary: 'What changed, to be read again', description: description.replaceAll('\n', ' ') })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The `at` of earlier changes, or the id of the last event.',
    schema: { type: 'string' },
  })
  @ApiExtraModels(LiveChanges)
  @ApiOkResponse({
    description: 'What to read again.',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(LiveChanges) } },
      'text/event-stream': { schema: { type: 'string' } },
    },
  })
  @ApiTooManyRequestsResponse(problemResponse(429))
  async live(
    @AskedLive() { wantsStream, after }: Asked,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<LiveChanges | StreamableFile> {
    const reader = this.feed.readerOf(actor, after);
    if (!wantsStream) return reader.next();
    const leave = this.#seats.take(actor);
    const gone = new AbortController();
    const signal = AbortSignal.any([gone.signal, this.#closing.signal, AbortSignal.timeout(lasts)]);
    const stream = Readable.from(this.feed.streamOf(reader, signal), { objectMode: true, highWaterMark: 1 });
    // Not that of the stream: it closes when its reader is told next, which may be long after the reader has gone.
    reply.raw.once('close', () => {
      gone.abort();
      leave();
    });
    // Some proxies gather what they pass on, unless they are told not to.
    void reply.header('x-accel-buffering', 'no');
    return new StreamableFile(stream, { type: 'text/event-stream; charset=utf-8' });
  }

  onModuleDestroy(): void {
    this.#closing.abort();
  }
}
