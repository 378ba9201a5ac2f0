import { keptPage } from './kept-page';

const origin = 'https://exchange.example';
const built = {
  version: '1',
  entry: '/assets/main-1.js',
  files: ['/assets/main-1.js', '/assets/screen-1.js'],
};

/** A page kept over a network that may be gone, or slow. */
function pageOver(site: Readonly<Record<string, string>>) {
  const shelf = new Map<string, Response>();
  const asked: string[] = [];
  const network = { is: 'there' as 'there' | 'gone' | 'slow' | 'ill' };
  const page = keptPage({
    built,
    origin,
    kept: () =>
      Promise.resolve({
        match: (path) => Promise.resolve(shelf.get(path)?.clone()),
        put: (path, answer) => {
          shelf.set(path, answer);
          return Promise.resolve();
        },
      }),
    async ask(address) {
      const path = address.replace(origin, '');
      asked.push(path);
      if (network.is === 'gone') throw new TypeError('Failed to fetch');
      if (network.is === 'slow') await new Promise((resolve) => setTimeout(resolve, 50));
      if (network.is === 'ill') return new Response('', { status: 502 });
      return new Response(site[path] ?? '', { status: path in site ? 200 : 404 });
    },
    wait: () => new Promise((resolve) => setTimeout(resolve, 5)),
  });
  const get = async (path: string, mode: RequestMode = 'cors', method = 'GET') =>
    (await page.answerTo({ method, mode, url: `${origin}${path}` })?.())?.text();
  return { page, get, asked, network, shelf };
}

const index = '<script src="/assets/main-1.js"></script>';
const site = {
  '/': index,
  '/cases': index,
  '/assets/main-1.js': 'main',
  '/assets/screen-1.js': 'screen',
  '/assets/fr-1.js': 'français',
};

describe('the kept page', () => {
  it('opens without a link, at any screen, once it was kept', async () => {
    const { page, get, network } = pageOver(site);
    await page.keep();
    await page.keepToo([
      `${origin}/assets/fr-1.js`,
      'https://elsewhere.example/assets/x.js',
      `${origin}/v1/requests`,
    ]);
    network.is = 'gone';
    expect(await get('/cases/7/answer', 'navigate')).toBe(index);
    expect(await get('/assets/screen-1.js')).toBe('screen');
    expect(await get('/assets/fr-1.js')).toBe('français');
    await expect(get('/assets/ru-1.js')).rejects.toThrow('Failed to fetch');
  });

  it.each(['slow', 'ill'] as const)('is shown where the link is %s', async (how) => {
    const { page, get, network } = pageOver({ ...site, '/cases': 'newer' });
    await page.keep();
    network.is = how;
    expect(await get('/cases', 'navigate')).toBe(index);
  });

  it('gives way to what is served now, and asks once for what never changes', async () => {
    const { page, get, asked } = pageOver({ ...site, '/cases': 'newer' });
    await page.keep();
    asked.length = 0;
    expect([await get('/cases', 'navigate'), await get('/assets/main-1.js')]).toEqual(['newer', 'main']);
    expect(asked).toEqual(['/cases']);
  });

  it('leaves the API, and all that is written, to go its own way', async () => {
    const { get } = pageOver(site);
    const paths = ['/v1/requests', '/settings.json', '/openapi.json', '/docs'];
    expect(await Promise.all(paths.map((path) => get(path)))).toEqual(paths.map(() => undefined));
    expect(await get('/docs', 'navigate')).toBeUndefined();
    expect(await get('/assets/main-1.js', 'cors', 'POST')).toBeUndefined();
  });

  it('is kept whole or not at all', async () => {
    await expect(pageOver({ ...site, '/': 'another page' }).page.keep()).rejects.toThrow('changed meanwhile');
    const { '/assets/screen-1.js': _, ...half } = site;
    await expect(pageOver(half).page.keep()).rejects.toThrow('HTTP 404');
  });
});
