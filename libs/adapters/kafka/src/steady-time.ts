import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

interface SocketRequest {
  readonly requestTimeout: number;
  readonly expectResponse: boolean;
  send(): void;
  completed(answer: object): void;
  rejected(error: Error): void;
  timeoutRequest(): void;
}

interface RequestQueue {
  readonly pending: readonly SocketRequest[];
  readonly inflight: ReadonlyMap<number, SocketRequest>;
  readonly maxInFlightRequests: number | null;
  /** By the steady clock from here on. */
  throttledUntil: number;
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  scheduleRequestTimeoutCheck(): void;
  maybeThrottle(ms: number | null): void;
  canSendSocketRequestImmediately(): boolean;
  checkPendingRequests(): void;
  scheduleCheckPendingRequests(): void;
}

interface ConsumerGroup {
  heartbeat(wanted: { readonly interval: number }): Promise<void>;
}

/** Milliseconds after which requests that had to wait are looked at, unless an answer comes before. */
const soonMs = 10;

/**
 * kafkajs 2.2.4 measures how long it waits by the wall clock. Once a clock that was an hour ahead is set right, it sends no sign of
 * life for an hour, so that a member without a partition never hears that its group has put it out and never gets one again; nor
 * does it give up a request that stays without an answer. A clock that is set ahead ends all requests under way. From here on it
 * measures by a clock that nobody sets.
 */
export function keepSteadyTime(): void {
  const kafkajs = createRequire(__filename);
  const prototypeOf = <Kind>(path: string) =>
    (kafkajs(`kafkajs/src/${path}`) as { readonly prototype: Kind }).prototype;
  giveUpEachRequestInTime(prototypeOf('network/requestQueue/socketRequest'));
  waitAsToldByTheBroker(prototypeOf('network/requestQueue'));
  beatAtIntervals(prototypeOf('consumer/consumerGroup'));
}

/** Each request has a timer of its own: it ends even when kafkajs no longer looks after its connection. */
function giveUpEachRequestInTime(request: SocketRequest): void {
  const { send, completed, rejected } = request;
  const timers = new WeakMap<SocketRequest, NodeJS.Timeout>();
  request.send = function (this: SocketRequest) {
    send.call(this);
    if (!this.expectResponse) return;
    const late = setTimeout(() => {
      this.timeoutRequest();
    }, this.requestTimeout);
    timers.set(this, late);
  };
  request.completed = function (this: SocketRequest, answer) {
    clearTimeout(timers.get(this));
    completed.call(this, answer);
  };
  request.rejected = function (this: SocketRequest, error) {
    clearTimeout(timers.get(this));
    rejected.call(this, error);
  };
}

/** Sets a timer only where a request waits; kafkajs sets one after each answer, with a delay below 0, which Node warns of. */
function waitAsToldByTheBroker(queue: RequestQueue): void {
  queue.scheduleRequestTimeoutCheck = () => undefined;
  queue.maybeThrottle = function (this: RequestQueue, ms) {
    if (ms !== null && ms > 0) this.throttledUntil = Math.max(this.throttledUntil, performance.now() + ms);
  };
  queue.canSendSocketRequestImmediately = function (this: RequestQueue) {
    const isFull = this.maxInFlightRequests !== null && this.inflight.size >= this.maxInFlightRequests;
    return !isFull && performance.now() >= this.throttledUntil;
  };
  queue.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length === 0 || this.throttleCheckTimeoutId) return;
    const check = () => {
      this.throttleCheckTimeoutId = null;
      this.checkPendingRequests();
    };
    this.throttleCheckTimeoutId = setTimeout(
      check,
      Math.max(this.throttledUntil - performance.now(), soonMs),
    );
  };
}

function beatAtIntervals(group: ConsumerGroup): void {
  const { heartbeat } = group;
  const last = new WeakMap<ConsumerGroup, number>();
  group.heartbeat = async function (this: ConsumerGroup, { interval }) {
    if (performance.now() < (last.get(this) ?? -Infinity) + interval) return;
    // Whatever its clock says.
    await heartbeat.call(this, { interval: -Infinity });
    last.set(this, performance.now());
  };
}
