import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** What the provider says of the people whom it knows: claims in words of its own. */
export type Accounts = Readonly<Record<string, object>>;

export interface ProviderForm {
  /** The page that signs people in there. */
  readonly page: string;
  readonly accounts: Accounts;
  /** For how long an access token is good. */
  readonly tokenSeconds: number;
  /** Whether tokens are renewed without the officer. */
  readonly refreshes: boolean;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** An OpenID Connect provider that can be away, come back, and sign with other keys: `oidc-provider` in its own process. */
export class IdentityProvider {
  readonly clientId = 'vestigo-page';
  readonly resource = 'https://vestigo.example/exchange';
  #running: ChildProcess | undefined;

  private constructor(
    private readonly port: number,
    private key: JWK,
  ) {}

  /** One that has an address, and is not there yet. */
  static async reserved(): Promise<IdentityProvider> {
    return new IdentityProvider(await freePort(), await newKey());
  }

  get issuer(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  async start(form: ProviderForm): Promise<void> {
    await this.stop();
    const { port, clientId, resource, key } = this;
    const child = spawn(process.execPath, [join(__dirname, 'run.mjs')], {
      env: { ...process.env, PROVIDER: JSON.stringify({ ...form, port, clientId, resource, key }) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#running = child;
    let complaints = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
    const ended = once(child, 'close').then(() => {
      throw new Error(`the provider ended: ${complaints}`);
    });
    await Promise.race([once(child.stdout, 'data'), ended]);
    ended.catch(() => undefined);
  }

  /** Signs with another key from its next start on, and publishes no other. */
  async changeKey(): Promise<void> {
    this.key = await newKey();
  }

  async stop(): Promise<void> {
    const child = this.#running;
    this.#running = undefined;
    if (!child || child.exitCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    await closed;
  }
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: crypto.randomUUID() };
}
