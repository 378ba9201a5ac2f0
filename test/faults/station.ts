import type { ServiceName } from '../e2e/separate-services';
import { ServiceProcess } from '../e2e/service-process';

/** One replica of a service: a process that can be killed, and started again in its folder. */
export class Station {
  #process: ServiceProcess | undefined;

  constructor(
    readonly service: ServiceName,
    readonly folder: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** Undefined while it does not run. */
  get address(): string | undefined {
    return this.#process?.address;
  }

  async start(): Promise<void> {
    const started = new ServiceProcess(this.service, [], this.folder, this.env);
    await started.said('Ctrl-C stops it.');
    this.#process = started;
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const ending = this.#process;
    this.#process = undefined;
    await ending?.end(signal);
  }

  /** The last that it wrote to its standard error. */
  get complaints(): string {
    return (this.#process?.err ?? '').split('\n').slice(-8).join('\n');
  }
}
