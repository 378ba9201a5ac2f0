import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

/** Nest on Fastify with one controller and nothing else; says where it listens. */
export async function listen(controller, ...pipes) {
  class Bare {}
  Module({ controllers: [controller] })(Bare);
  const app = await NestFactory.create(Bare, new FastifyAdapter(), { logger: ['error'] });
  app.useGlobalPipes(...pipes);
  await app.listen(0, '127.0.0.1');
  process.stdout.write(`http://127.0.0.1:${app.getHttpServer().address().port}\n`);
}
