import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow } from '@vestigo/identity';
import { CaseState } from './cases.dto';

/** An act on a case, done by naming what comes of it; by officers alone: nobody else answers for a State. */
export const CaseStep = (noun: string, summary: string) =>
  applyDecorators(
    Post(`:id/${noun}`),
    HttpCode(200),
    Allow('officer'),
    ApiOperation({ summary }),
    ApiOkResponse({ type: CaseState }),
  );
