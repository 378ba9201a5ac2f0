import { AsyncResource } from 'node:async_hooks';

/**
 * Makes `AsyncResource.bind` give a plain function. Node's own gives one with accessors (`asyncResource`, deprecated: DEP0172), for which V8 makes a hidden
 * class each time; it lies in the old generation and holds what the function holds. Fastify binds so for each body that it reads: every request
 * outlived the collections of young objects, and each of those stopped the thread for as long as moving them all takes
 * (docs/performance.md). What is bound runs as before, in the same asynchronous context.
 */
export function bindLightly(): void {
  AsyncResource.prototype.bind = light as typeof AsyncResource.prototype.bind;
}

type Work = (this: unknown, ...args: unknown[]) => unknown;

function light(this: AsyncResource, work: Work, receiver?: unknown): Work {
  const inScope = (self: unknown, args: readonly unknown[]) =>
    this.runInAsyncScope(work, receiver ?? self, ...args);
  return function (...args) {
    return inScope(this, args);
  };
}
