import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import { problemResponse } from '@vestigo/http';
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

/** How far each loop is from its end, by its name; null when it cannot tell now. */
export type Behind = Readonly<Record<string, number | null>>;

export class Live {
  @ApiProperty({ enum: ['live'] })
  readonly status!: 'live';
}

export class Ready {
  @ApiProperty({ enum: ['ready'] })
  readonly status!: 'ready';

  @ApiProperty({
    type: Object,
    additionalProperties: { type: 'integer', nullable: true },
    description: 'How far each loop is from its end; null when it cannot tell now.',
  })
  readonly behind!: Behind;
}

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
  @ApiOkResponse({ type: Live })
  live(): Live {
    return { status: 'live' };
  }

  @Get('ready')
  @Public()
  @ApiOperation({ summary: 'The log can be read, and every view is near its end' })
  @ApiOkResponse({ type: Ready })
  @ApiServiceUnavailableResponse(
    problemResponse(503, 'The log cannot be read, or a view is still catching up.'),
  )
  async ready(): Promise<Ready> {
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
