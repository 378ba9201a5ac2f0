import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow, type Role } from '@vestigo/identity';
import { RequestState } from './requests.dto';

/** An act on a request, done by naming what comes of it; by officers, unless it says by whom. */
export const RequestStep = (noun: string, summary: string, roles: readonly [Role, ...Role[]] = ['officer']) =>
  applyDecorators(
    Post(`:id/${noun}`),
    HttpCode(200),
    Allow(...roles),
    ApiOperation({ summary }),
    ApiOkResponse({ type: RequestState }),
  );
