import type { DynamicModule } from '@nestjs/common';
import type { Log, Loop } from '@vestigo/kernel';
import type { LiveSubject } from '@vestigo/live';

/** What a service is made of, whatever it is a service for. */
export interface ServiceParts {
  readonly log: Log;
  readonly modules: readonly DynamicModule[];
  readonly loops: readonly Loop[];
  /** What a context has to tell Prometheus. */
  readonly figures?: readonly Figure[];
  /** What readers are told of when it changes; nothing when absent. */
  readonly live?: readonly LiveSubject[];
  close(): Promise<void>;
}

/** A gauge that is read when Prometheus asks. */
export interface Figure {
  /** `vestigo_<what>`, with the unit where there is one. */
  readonly name: string;
  readonly help: string;
  readonly value: () => number;
}
