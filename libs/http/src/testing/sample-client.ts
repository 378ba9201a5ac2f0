import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';

interface Asking {
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string;
}

/** Asks the sample application, as an officer unless said otherwise. */
export function sampleClient(app: () => NestFastifyApplication) {
  function ask(method: Method, url: string, { as = 'officer', headers = {}, body }: Asking = {}) {
    return app().inject({
      method,
      url,
      headers: { ...(as !== '' && { authorization: `Bearer ${as}` }), ...headers },
      ...(body !== undefined && { payload: body }),
    });
  }

  /** Status and problem; that it is one, of the right type, is checked on the way. */
  async function problemOf(method: Method, url: string, asking: Asking = {}) {
    const { statusCode, headers, body } = await ask(method, url, asking);
    const problem = JSON.parse(body) as Record<string, unknown>;
    expect(headers['content-type']).toBe('application/problem+json');
    expect(problem).toMatchObject({
      status: statusCode,
      type: `urn:vestigo:problem:${String(problem['code'])}`,
    });
    expect(problem['instance']).toBe(url.split('?')[0]);
    return { status: statusCode, code: problem['code'], headers, problem };
  }

  return { ask, problemOf };
}
