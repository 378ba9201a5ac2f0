import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '@vestigo/identity';
import type { EventStore, Loop } from '@vestigo/kernel';

export const EVENT_STORE = Symbol('event store');
export const LOOPS = Symbol('loops');

/** Events: a view further behind than this shows desks what is no longer so. */
const tolerated = 10_000;

/** A view is late until it was once as near to the head as this: a new replica begins with views that are empty. */
const nearTheHead = 100;

/** Milliseconds in which a loop must say how far behind it is; a broker that is away takes longer to be given up. */
const patience = 1500;

@ApiTags('Operation')
@Controller('health')
export class HealthController {
  /** Views that have been near the head since this process began. */
  readonly #begun = new Set<string>();

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
  @ApiOperation({ summary: 'The log can be read, and every view is near its end' })
  async ready(): Promise<{ readonly status: 'ready'; readonly behind: Behind }> {
    await this.store.head();
    const behind = await behindOf(this.loops);
    const late = this.loops.filter((loop) => loop.keepsView && this.#isLate(loop.name, behind[loop.name]));
    if (late.length > 0) {
      throw new ServiceUnavailableException(`Still catching up: ${late.map(({ name }) => name).join(', ')}.`);
    }
    return { status: 'ready', behind };
  }

  #isLate(name: string, left: number | null | undefined): boolean {
    if (left === null || left === undefined) return true;
    if (left <= nearTheHead) this.#begun.add(name);
    return left > tolerated || !this.#begun.has(name);
  }
}

/** By name of the loop; null when it cannot tell now. */
export type Behind = Readonly<Record<string, number | null>>;

/** Asks every loop. One that hangs on a part that does not answer holds nobody up. */
export async function behindOf(loops: readonly Loop[]): Promise<Behind> {
  return Object.fromEntries(
    await Promise.all(loops.map(async (loop) => [loop.name, await toldInTime(loop)] as const)),
  );
}

/** One question to a loop at a time: those who ask meanwhile share its answer. */
const questions = new WeakMap<Loop, Promise<number | null>>();

function asked(loop: Loop): Promise<number | null> {
  const before = questions.get(loop);
  if (before) return before;
  const question = loop
    .behind()
    .catch(() => null)
    .finally(() => questions.delete(loop));
  questions.set(loop, question);
  return question;
}

async function toldInTime(loop: Loop): Promise<number | null> {
  const over = new AbortController();
  const late = sleep(patience, null, { signal: over.signal, ref: false }).catch(() => null);
  try {
    return await Promise.race([asked(loop), late]);
  } finally {
    over.abort();
  }
}
