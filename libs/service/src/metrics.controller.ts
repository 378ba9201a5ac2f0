import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { Public } from '@vestigo/identity';
import type { Loop } from '@vestigo/kernel';
import { behindOf } from './health.controller';

export const METRICS = Symbol('metrics registry');

/** What the process tells Prometheus of itself: nothing of any request's content. */
export function metricsOf(loops: readonly Loop[]): Registry {
  const register = new Registry();
  collectDefaultMetrics({ register });
  new Gauge({
    name: 'vestigo_loop_behind',
    help: 'Events or messages that a loop has still before it; no value when it cannot tell',
    labelNames: ['loop'],
    registers: [register],
    async collect() {
      this.reset();
      for (const [loop, left] of Object.entries(await behindOf(loops))) {
        if (left !== null) this.set({ loop }, left);
      }
    },
  });
  return register;
}

/** Times every HTTP answer by its route, never by its address, which holds ids. */
export function timeAnswers(fastify: FastifyInstance, register: Registry): void {
  const seconds = new Histogram({
    name: 'vestigo_http_answer_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [register],
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
}

@ApiTags('Operation')
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(METRICS) private readonly register: Registry) {}

  @Get()
  @Public()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Figures of the process for Prometheus' })
  metrics(): Promise<string> {
    return this.register.metrics();
  }
}
