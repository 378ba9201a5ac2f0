import { Controller, Get, Inject, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { photographDetails, problemResponse, SentBytes, TakesBytes } from '@vestigo/http';
import { type Actor, Allow, CurrentActor, stateOf } from '@vestigo/identity';
import { type Log, Rejection } from '@vestigo/kernel';
import { MEDIA_TYPES, mediaTypeOf } from './media-type';
import type { PhotographStore } from './photograph-store';
import { KeptPhotograph, ListPhotographsDto, PhotographList } from './photographs.dto';
import { referredIn } from './referred-photographs';
import { stripped, UPLOAD_LIMIT } from './stripped';

export const PHOTOGRAPH_STORE = Symbol('store of the photographs');
export const PHOTOGRAPH_LOG = Symbol('log that refers to photographs');

const binary = { type: 'string', format: 'binary' } as const;
const picture = Object.fromEntries(MEDIA_TYPES.map((type) => [type, { schema: binary }]));

/** What a State has sent in itself or was sent with a request lies in a place of its own, and nobody else looks there. */
@ApiTags('Photographs')
@ApiBearerAuth()
@Controller('v1/photographs')
export class PhotographsController {
  constructor(
    @Inject(PHOTOGRAPH_STORE) private readonly photographs: PhotographStore,
    @Inject(PHOTOGRAPH_LOG) private readonly log: Log,
  ) {}

  @Post()
  @Allow('officer')
  @TakesBytes({ types: MEDIA_TYPES, limit: UPLOAD_LIMIT })
  @ApiOperation({ summary: 'Keep a photograph, stripped of all but the picture, for a request to refer to' })
  @ApiConsumes(...MEDIA_TYPES)
  @ApiBody({ schema: { ...binary, maxLength: UPLOAD_LIMIT } })
  @ApiCreatedResponse({
    type: KeptPhotograph,
    headers: { Location: { description: 'Where it is read.', schema: { type: 'string' } } },
  })
  @ApiConflictResponse(problemResponse(409, 'The photographs of your State take all the room they have.'))
  @ApiUnprocessableEntityResponse(problemResponse(422, 'It is no photograph, or has too many pixels.'))
  async keep(
    @SentBytes() original: Buffer,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<KeptPhotograph> {
    const { bytes, ...kept } = await stripped(original);
    const sha256 = await this.photographs.keep(stateOf(actor), bytes);
    void reply.header('Location', `/v1/photographs/${sha256}`);
    return { sha256, bytes: bytes.length, ...kept };
  }

  @Get()
  @Allow('officer')
  @ApiOperation({
    summary: 'The photographs that a request or case of your State refers to, and which have arrived',
  })
  @ApiOkResponse({ type: PhotographList })
  async list(
    @Query() { request }: ListPhotographsDto,
    @CurrentActor() actor: Actor,
  ): Promise<PhotographList> {
    const state = stateOf(actor);
    const referred = await referredIn(this.log.store, request, state);
    return { items: await photographDetails(referred, state, this.photographs) };
  }

  @Get(':sha256')
  @Allow('officer')
  @ApiOperation({ summary: 'One photograph, for the State that sent it in and the State that was sent it' })
  @ApiOkResponse({ content: picture })
  async get(@Param('sha256') sha256: string, @CurrentActor() actor: Actor): Promise<StreamableFile> {
    const bytes = await this.photographs.read(stateOf(actor), sha256);
    const type = bytes && mediaTypeOf(bytes);
    if (!type) {
      throw new Rejection(
        'not-found',
        'photograph-not-found',
        'Your State has no photograph of this digest.',
      );
    }
    return new StreamableFile(bytes, { type, length: bytes.length });
  }
}
