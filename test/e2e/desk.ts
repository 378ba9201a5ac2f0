/** What came back, read whole. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON of the answer; undefined when it is none. */
  readonly body: Body;
}

export type Sent = Readonly<Record<string, string>>;

/** Somebody who talks to an exchange over HTTP, and to nothing else of it. */
export class Desk {
  constructor(
    private readonly address: string,
    /** Goes along as bearer token when given. */
    readonly token?: string,
  ) {}

  get<Body>(path: string, headers: Sent = {}): Promise<Answer<Body>> {
    return this.ask('GET', path, { headers });
  }

  post<Body>(path: string, body: unknown, headers: Sent = {}): Promise<Answer<Body>> {
    return this.ask('POST', path, { headers, body: JSON.stringify(body) });
  }

  put<Body>(path: string, body: unknown, headers: Sent = {}): Promise<Answer<Body>> {
    return this.ask('PUT', path, { headers, body: JSON.stringify(body) });
  }

  /** What a path answers with, byte by byte. */
  async bytes(path: string): Promise<Buffer> {
    const headers = { authorization: `Bearer ${this.token ?? ''}` };
    const response = await fetch(`${this.address}${path}`, { headers });
    return Buffer.from(await response.arrayBuffer());
  }

  /** Sends the body as it is, as JSON unless the headers say otherwise. */
  async ask<Body>(
    method: string,
    path: string,
    {
      headers = {},
      body,
    }: { readonly headers?: Sent; readonly body?: string | Uint8Array<ArrayBuffer> } = {},
  ): Promise<Answer<Body>> {
    const response = await fetch(`${this.address}${path}`, {
      method,
      headers: {
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '') && text !== '';
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (isJson ? JSON.parse(text) : undefined) as Body,
    };
  }
}

interface Page<Line> {
  readonly items: readonly Line[];
  readonly next: string | null;
}

/** Every line of a list, page by page. */
export async function linesOf<Line>(desk: Desk, path: string, limit = 200): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (let cursor = ''; ;) {
    const page = await desk.get<Page<Line>>(`${path}?limit=${limit}${cursor}`);
    expect(page.status).toBe(200);
    lines.push(...page.body.items);
    if (page.body.next === null) return lines;
    cursor = `&cursor=${page.body.next}`;
  }
}
