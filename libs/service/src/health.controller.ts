import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '@vestigo/identity';
import type { EventStore, Loop } from '@vestigo/kernel';

export const EVENT_STORE = Symbol('event store');
export const LOOPS = Symbol('loops');

/** Loops further behind than this are not ready: figures would be stale. */
const tolerated = 100_000;

@ApiTags('Operation')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(LOOPS) private readonly loops: readonly Loop[],
  ) {}

  @Get('live')
  @Public()
  @ApiOperation({ summary: 'The process answers' })
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  @ApiOperation({ summary: 'The log can be read, and every loop is near its end' })
  async ready(): Promise<{ readonly status: 'ready'; readonly behind: Readonly<Record<string, number>> }> {
    await this.store.head();
    const behind = await behindOf(this.loops);
    const late = Object.entries(behind).filter(([, left]) => left > tolerated);
    if (late.length > 0) {
      throw new ServiceUnavailableException(`Still catching up: ${late.map(([name]) => name).join(', ')}.`);
    }
    return { status: 'ready', behind };
  }
}

export async function behindOf(loops: readonly Loop[]): Promise<Readonly<Record<string, number>>> {
  return Object.fromEntries(
    await Promise.all(loops.map(async (loop) => [loop.name, await loop.behind()] as const)),
  );
}
