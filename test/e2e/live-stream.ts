import { eventually } from '@vestigo/kernel/testing';

/** What one event tells. */
export interface Told {
  readonly again: boolean;
  readonly requests: readonly string[];
  readonly cases: readonly string[];
  readonly oversight: readonly string[];
  readonly imports: readonly string[];
}

const kinds = ['requests', 'cases', 'oversight', 'imports'] as const;

/** A reader of `/v1/live`. */
export class LiveStream {
  /** All that came, as text. */
  text = '';
  ended = false;

  private constructor(
    readonly response: Response,
    private readonly leaving: AbortController,
  ) {}

  static async opened(
    address: string,
    token: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<LiveStream> {
    const leaving = new AbortController();
    const response = await fetch(`${address}/v1/live`, {
      headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream', ...headers },
      signal: leaving.signal,
    });
    const stream = new LiveStream(response, leaving);
    void stream.#read();
    if (response.status === 200) {
      await eventually(() => {
        expect(stream.events).not.toEqual([]);
      });
    }
    return stream;
  }

  get events(): readonly { readonly id: string; readonly told: Told }[] {
    return [...this.text.matchAll(/^id: (\S+)\nevent: change\ndata: (.*)\n\n/gm)].map(
      ([, id = '', data = '']) => ({
        id,
        told: JSON.parse(data) as Told,
      }),
    );
  }

  get lastId(): string {
    return [...this.text.matchAll(/^id: (\S+)$/gm)].at(-1)?.[1] ?? '';
  }

  /** Of which kinds this id was told. */
  toldOf(id: string): readonly string[] {
    return kinds.filter((kind) => this.events.some(({ told }) => told[kind].includes(id)));
  }

  leave(): void {
    this.leaving.abort();
  }

  async #read(): Promise<void> {
    try {
      const texts = this.response.body?.pipeThrough(new TextDecoderStream()) ?? [];
      for await (const text of texts) this.text += text;
    } catch (error) {
      if (!this.leaving.signal.aborted) throw error;
    }
    this.ended = true;
  }
}
