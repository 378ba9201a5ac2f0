/** What the build tells the worker of the page. */
export interface Built {
  /** A digest of all of it: another one is another page. */
  readonly version: string;
  /** The script that index.html begins with. */
  readonly entry: string;
  /** What every screen needs; heavy parts and messages are kept when they are first read. */
  readonly files: readonly string[];
}

/** What is kept, by path; whatever else a request says makes no difference to a file. */
export interface Kept {
  match(path: string): Promise<Response | undefined>;
  put(path: string, answer: Response): Promise<void>;
}

/** How the worker answers: what never changes from what is kept, the page itself only when there is no answer in time. */
export interface KeptPage {
  /** Keeps the whole page or throws: half a page does not open. */
  keep(): Promise<void>;
  /** Keeps what the page has loaded besides. */
  keepToo(addresses: readonly string[]): Promise<void>;
  /** Undefined for what goes its own way: the API, and all that is written. */
  answerTo(request: Pick<Request, 'method' | 'mode' | 'url'>): (() => Promise<Response>) | undefined;
}

interface KeptPageParts {
  readonly built: Built;
  readonly origin: string;
  kept(): Promise<Kept>;
  /** The network; it rejects where there is none. */
  ask(address: string, init?: RequestInit): Promise<Response>;
  wait(ms: number): Promise<void>;
}

/** Milliseconds that the page is waited for before the kept one is shown: what it shows is read anew in any case. */
const patienceMs = 4000;

const ofService = /^\/(v1|docs|health|metrics)(\/|$)|^\/openapi\.json$/;
const isFile = (path: string) => path.startsWith('/assets/') || path === '/icon.svg';
const asPage = { headers: { accept: 'text/html' }, cache: 'no-cache' } as const;

export function keptPage({ built, origin, kept, ask, wait }: KeptPageParts): KeptPage {
  const good = (answer: Response, address: string): Response => {
    if (answer.ok) return answer;
    throw new Error(`${address}: HTTP ${String(answer.status)}`);
  };
  const file = async (path: string): Promise<Response> => {
    const shelf = await kept();
    const found = await shelf.match(path);
    if (found) return found;
    const answer = await ask(path);
    if (answer.ok) await shelf.put(path, answer.clone());
    return answer;
  };
  const page = async (address: string): Promise<Response> => {
    const asked = ask(address, asPage).then((answer) => (answer.status < 500 ? answer : undefined));
    const inTime = await Promise.race([asked.catch(() => undefined), wait(patienceMs)]);
    const shown = inTime ?? (await (await kept()).match('/'));
    return shown ?? ask(address, asPage);
  };
  return {
    async keep() {
      const shelf = await kept();
      await Promise.all(built.files.map(async (path) => good(await file(path), path)));
      const answer = good(await ask('/', asPage), '/');
      if (!(await answer.clone().text()).includes(built.entry))
        throw new Error('The page has changed meanwhile.');
      await shelf.put('/', answer);
    },
    async keepToo(addresses) {
      const paths = addresses.flatMap((address) =>
        address.startsWith(origin) ? [new URL(address).pathname] : [],
      );
      await Promise.allSettled(paths.filter(isFile).map(file));
    },
    answerTo({ method, mode, url }) {
      const { origin: asked, pathname } = new URL(url);
      if (method !== 'GET' || asked !== origin) return undefined;
      if (isFile(pathname)) return () => file(pathname);
      return mode === 'navigate' && !ofService.test(pathname) ? () => page(url) : undefined;
    },
  };
}
