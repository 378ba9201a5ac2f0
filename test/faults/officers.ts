import { setTimeout as sleep } from 'node:timers/promises';
import type { Act, DeskName, Journey } from './journeys';

/** A command that a desk's service said yes to. */
export interface Acknowledged extends Pick<Act, 'command' | 'key'> {
  readonly id: string;
}

/** Where the services answer now, and who may speak there. */
export interface Counters {
  /** The address of a service, or of one of its replicas; undefined while none is there. */
  address(desk: DeskName): string | undefined;
  token(state: string): string;
}

/** Milliseconds that an officer waits for one answer, and between two attempts. */
const answerMs = 4000;
const pauseMs = 100;

interface MatterSaid {
  readonly id: string;
  readonly status: string;
}

/**
 * Officers who do it right: each command has a key of its own and is sent again, unchanged and under the same key, until it is
 * acknowledged. Throws on an answer that no repetition mends.
 */
export class Officers {
  readonly acknowledged: Acknowledged[] = [];
  /** Commands sent again for want of an answer. */
  repeats = 0;

  constructor(
    private readonly counters: Counters,
    private readonly signal: AbortSignal,
  ) {}

  async travel({ acts }: Journey): Promise<void> {
    let id = '';
    for (const act of acts) {
      if (act.after) await this.#until(id, act, act.after);
      const said = await this.#command(act, id);
      id ||= said.id;
      this.acknowledged.push({ id, command: act.command, key: act.key });
    }
  }

  async #command(act: Act, id: string): Promise<MatterSaid> {
    const path = act.command === 'submission' ? '/v1/requests' : `${pathOf(act.desk, id)}/${act.command}`;
    const init = { method: 'POST', body: JSON.stringify(act.body), headers: { 'idempotency-key': act.key } };
    for (;;) {
      const answer = await this.#ask(act, path, init);
      if (answer?.ok) return (await answer.json()) as MatterSaid;
      if (answer && !mayPass(answer))
        throw new Error(`${act.key}: ${String(answer.status)} ${await answer.text()}`);
      this.repeats += 1;
      await this.#pause();
    }
  }

  /** Until the desk's own record stands where the officer can go on from. */
  async #until(id: string, act: Act, statuses: readonly string[]): Promise<void> {
    for (;;) {
      const answer = await this.#ask(act, pathOf(act.desk, id), {});
      if (answer?.ok && statuses.includes(((await answer.json()) as MatterSaid).status)) return;
      await this.#pause();
    }
  }

  /** Undefined when nothing came back: whether the command had its effect is then unknown. */
  async #ask(
    { desk, state }: Act,
    path: string,
    init: {
      readonly method?: string;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ): Promise<Response | undefined> {
    const address = this.counters.address(desk);
    if (address === undefined) return undefined;
    const headers = {
      ...init.headers,
      authorization: `Bearer ${this.counters.token(state)}`,
      ...(init.body !== undefined && { 'content-type': 'application/json' }),
    };
    try {
      const answer = await fetch(`${address}${path}`, {
        ...init,
        headers,
        signal: AbortSignal.timeout(answerMs),
      });
      const body = await answer.text();
      return new Response(body, answer);
    } catch {
      return undefined;
    }
  }

  async #pause(): Promise<void> {
    this.signal.throwIfAborted();
    await sleep(pauseMs, undefined, { signal: this.signal });
  }
}

const pathOf = (desk: DeskName, id: string) => `/v1/${desk === 'requesting' ? 'requests' : 'cases'}/${id}`;

/** The service or a part behind it does not answer now, or somebody else wrote first. */
const mayPass = ({ status }: Response) => status >= 500 || status === 408 || status === 429;
