import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const bench = join(__dirname, 'run.mjs');

const run = (...args: readonly string[]) => promisify(execFile)(process.execPath, [bench, ...args]);

describe('npm run bench', () => {
  it('prints one line of JSON for each figure, and a table beside them', async () => {
    const { stdout, stderr } = await run('--quick', '--only=append,rebuild');
    const figures = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

    expect(figures.map(({ name }) => name)).toEqual([
      'append.1',
      'append.1.file',
      'append.64',
      'append.64.grouped',
      'append.64.at-1m',
      'rebuild',
      'rebuild.columns',
      'rebuild.memory',
    ]);
    for (const figure of figures) {
      expect(figure).toEqual({
        name: expect.any(String) as string,
        value: expect.any(Number) as number,
        unit: expect.any(String) as string,
        ratio: expect.any(Number) as number,
        against: expect.any(String) as string,
      });
    }
    for (const { name } of figures) expect(stderr).toContain(String(name));
  }, 600_000);

  const withChromium = process.env['CHROMIUM'] !== undefined || process.env['CI'] === 'true' ? it : it.skip;

  withChromium(
    'opens the page in a real browser, and each first load keeps to its budget',
    async () => {
      const { stdout } = await run('--quick', '--only=console');
      const figures = stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { readonly name: string; readonly ratio: number });
      const names = figures.map(({ name }) => name);
      const screens = ['sign-in', 'requests', 'cases', 'overview', 'traces'];
      expect(names.filter((name) => name.endsWith('.kb'))).toEqual(
        screens.map((name) => `console.${name}.kb`),
      );
      for (const name of ['plain.first.lcp', 'plain.again.ready', 'poor.first.ready', 'poor.press.p95']) {
        expect(names).toContain(`console.cases.${name}`);
      }
      expect(figures.filter(({ name, ratio }) => name.endsWith('.kb') && ratio > 1)).toEqual([]);
    },
    600_000,
  );

  it('says what can be measured when asked for something else', async () => {
    await expect(run('--only=speed')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('append,post,rebuild,cold-start,replay,console') as string,
    });
  });
});
