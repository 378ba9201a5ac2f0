import { Body, Controller, Get, Module, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Allow, Public } from '@vestigo/identity';
import { prepareEdge } from './edge';
import { createEdgeAdapter } from './edge-adapter';
import { issuer } from './testing/sample-app';

describe('an application does not start', () => {
  @Controller('forgotten')
  class Forgotten {
    @Get()
    get() {
      return {};
    }
  }

  @Controller('unchecked')
  class UncheckedBody {
    @Post()
    @Allow('officer')
    post(@Body() body: object) {
      return body;
    }
  }

  @Controller('unchecked')
  class UncheckedQuery {
    @Get()
    @Public()
    get(@Query('limit') limit: number) {
      return { limit };
    }
  }

  test.each<[string, new () => object, string]>([
    ['a route declares no access', Forgotten, 'Say @Allow(…) or @Public() on Forgotten.get.'],
    [
      'a body has no rules',
      UncheckedBody,
      'UncheckedBody.post takes the body unchecked: declare it whole, as a class whose fields have rules.',
    ],
    [
      'a query is taken in pieces',
      UncheckedQuery,
      'UncheckedQuery.get takes the query unchecked: declare it whole, as a class whose fields have rules.',
    ],
  ])('when %s', async (_, controller, message) => {
    @Module({ controllers: [controller] })
    class Faulty {}
    const faulty = await NestFactory.create<NestFastifyApplication>(Faulty, createEdgeAdapter(), {
      logger: false,
    });
    expect(() => {
      prepareEdge(faulty, { issuer });
    }).toThrow(new Error(message));
    await faulty.close();
  });
});
