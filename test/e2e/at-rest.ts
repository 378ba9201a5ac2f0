import { eventually } from '@vestigo/kernel/testing';
import type { ServiceProcess } from './service-process';

interface Ready {
  /** `null` where it cannot be told now. */
  readonly behind: Readonly<Record<string, number | null>>;
}

/** Until nothing is before any loop of these, three times in a row: while one is asked, work may pass to another that has been. */
export async function atRest(...services: readonly ServiceProcess[]): Promise<void> {
  await eventually(async () => {
    for (let times = 0; times < 3; times += 1) {
      for (const service of services) {
        const { body } = await service.bearer().get<Ready>('/health/ready');
        expect(Object.entries(body.behind).filter(([, left]) => left !== 0)).toEqual([]);
      }
    }
  });
}
