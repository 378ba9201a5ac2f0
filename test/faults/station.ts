import type { ServiceName } from '../e2e/separate-services';
import { ServiceProcess } from '../e2e/service-process';

/** By name of the loop, how much is still before it; null where it cannot tell. */
export type Behind = Readonly<Record<string, number | null>>;

/** Milliseconds; a loop that cannot tell says so within less. */
const answerMs = 5000;
const complaintsShown = 20;

/** One replica of a service: a process that can be killed, and started again in its folder. */
export class Station {
  #process: ServiceProcess | undefined;

  constructor(
    readonly service: ServiceName,
    readonly number: number,
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

  /** What its loops say of themselves; undefined when it is not ready to say anything. */
  async behind(): Promise<Behind | undefined> {
    try {
      const answer = await fetch(`${this.address ?? ''}/health/ready`, {
        signal: AbortSignal.timeout(answerMs),
      });
      return answer.ok ? ((await answer.json()) as { readonly behind: Behind }).behind : undefined;
    } catch {
      return undefined;
    }
  }

  /** How it stands, for who must find out why something does not arrive: its loops, and the last that it complained of. */
  async plight(): Promise<readonly string[]> {
    const behind = JSON.stringify((await this.behind()) ?? 'not ready');
    const complaints = (this.#process?.err ?? '').trimEnd().split('\n').slice(-complaintsShown);
    const name = `${this.service} ${String(this.number)}`;
    return [`${name} is behind by ${behind}`, ...complaints.map((line) => `${name} said ${line}`)];
  }
}
