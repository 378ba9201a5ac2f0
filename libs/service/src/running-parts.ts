import type { DynamicModule } from '@nestjs/common';
import type { Log, Loop } from '@vestigo/kernel';

/** What a service is made of, whatever it is a service for. */
export interface ServiceParts {
  readonly log: Log;
  readonly modules: readonly DynamicModule[];
  readonly loops: readonly Loop[];
  close(): Promise<void>;
}
