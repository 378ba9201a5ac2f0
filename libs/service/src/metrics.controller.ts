import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AggregatorRegistry, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Public } from '@vestigo/identity';
import type { Loop } from '@vestigo/kernel';
import { behindOf } from './health.controller';
import type { Figure } from './running-parts';

export const METRICS = Symbol('metrics page');

/** What the process tells Prometheus of itself: nothing of any request's content. */
export class MetricsPage {
  readonly #process = new Registry();
  #counted: readonly (() => Promise<object>)[] = [];

  constructor(loops: readonly Loop[], figures: readonly Figure[]) {
    const registers = [this.#process];
    collectDefaultMetrics({ register: this.#process });
    new Gauge({
      name: 'vestigo_loop_behind',
      help: 'Events or messages that a loop has still before it; no value when it cannot tell',
      labelNames: ['loop'],
      registers,
      async collect() {
        this.reset();
        for (const [loop, left] of Object.entries(await behindOf(loops))) {
          if (left !== null) this.set({ loop }, left);
        }
      },
    });
    for (const { name, help, value } of figures) {
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(value());
        },
      });
    }
  }

  /** Adds what a thread of the process counts; of the same name from several it shows the sum. */
  add(counted: () => Promise<object>): void {
    this.#counted = [...this.#counted, counted];
  }

  async text(): Promise<string> {
    const counted = await Promise.all(this.#counted.map(async (read) => read()));
    const pages = [this.#process, AggregatorRegistry.aggregate(counted)];
    return (await Promise.all(pages.map((page) => page.metrics()))).join('\n');
  }
}

@ApiTags('Operation')
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(METRICS) private readonly page: MetricsPage) {}

  @Get()
  @Public()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOperation({ summary: 'Figures of the process for Prometheus' })
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  metrics(): Promise<string> {
    return this.page.text();
  }
}
