import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ExchangeProcess, processesEnd, root, temporaryFolder } from './exchange-process';

jest.setTimeout(300_000);
afterAll(processesEnd);

/** `partner` is asked, `geo` asks and reports. Sums (EU28, TOTAL) are no cells; EL and UK are Greece and the United Kingdom. */
const requests = `"partner","geo","time","values"
"FR","DE",2008-12-31,700
"FR","DE",2009-12-31,500
"DE","FR",2008-12-31,200
"IT","IT",2008-12-31,12
"UK","EL",2008-12-31,5
"BE","AT",2009-12-31,0
"EU28","DE",2008-12-31,700
"TOTAL","FR",2008-12-31,200
`;
const decisions = `"partner","geo","time","values","decision"
"FR","DE",2008-12-31,300,"ACC"
"FR","DE",2008-12-31,100,"REF"
"FR","DE",2008-12-31,400,"TOTAL"
"FR","DE",2009-12-31,400,"ACC"
"FR","DE",2009-12-31,50,"REF"
"DE","FR",2008-12-31,250,"ACC"
"DE","FR",2008-12-31,20,"REF"
"UK","EL",2008-12-31,5,"ACC"
"EFTA","DE",2008-12-31,3,"ACC"
`;

/** 200 requests of FRA to DEU cannot carry 270 decisions; a State does not ask itself. All else agrees. */
const report = `Cells of pair and year, source against exchange
  requests  5 of 6 cells agree, 1 differ
  accepted  3 of 4 cells agree, 1 differ
  refused   2 of 3 cells agree, 1 differ
  accepted: decisions with no open request to answer (60 in 1 cells)
    FRA DEU 2008: source 250, exchange 190
  refused: decisions with no open request to answer (10 in 1 cells)
    FRA DEU 2008: source 20, exchange 10
  requests: requests of a State to itself, refused by the rules (12 in 1 cells)
    ITA ITA 2008: source 12, exchange 0
  cells that no table has: 0`;

/** 1,405 requests leave 3 events each (sent, received, delivery heard), 1,055 decisions 2; 24 months are recorded. */
const events = 1405 * 3 + 1055 * 2 + 24;

async function tables(outgoing = requests, decided = decisions): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'dublinOutR.csv'), outgoing);
  await writeFile(join(folder, 'decisionDublinOut.csv'), decided);
  return folder;
}

const reportIn = ({ out }: ExchangeProcess) => out.split('\nEvents appended: ')[0];
const eventsIn = ({ out }: ExchangeProcess) => Number(/^Events appended: (\d+)/m.exec(out)?.[1]);

test('a replay drives every cell of the tables through the exchange, or says why not', async () => {
  const run = new ExchangeProcess(['replay', await tables()], await temporaryFolder());
  expect(await run.ended()).toBe(0);
  expect(reportIn(run)).toBe(report);
  expect(eventsIn(run)).toBe(events);
});

test('a replay that was killed goes on where it stopped, and ends in the same', async () => {
  const [source, folder] = [await tables(), await temporaryFolder()];
  for (const progress of ['Acts [##', 'Acts [##########']) {
    const killed = new ExchangeProcess(['replay', source], folder);
    await killed.said(progress);
    await killed.end('SIGKILL');
    expect(killed.out).toBe('');
  }
  const again = new ExchangeProcess(['replay', source], folder);
  expect(await again.ended()).toBe(0);
  expect(reportIn(again)).toBe(report);
  expect(eventsIn(again)).toBeLessThan(events);
  const idle = new ExchangeProcess(['replay', source], folder);
  expect(await idle.ended()).toBe(0);
  expect([reportIn(idle), eventsIn(idle)]).toEqual([report, 0]);
});

test('a replay keeps to a folder of its own beside the log of the exchange', async () => {
  const exchange = await ExchangeProcess.started(await temporaryFolder(), '--no-demo');
  const small = await tables(
    requests.split('\n').slice(0, 1).join('\n'),
    decisions.split('\n').slice(0, 1).join('\n'),
  );
  const run = new ExchangeProcess(['replay', small], exchange.folder);
  expect(await run.ended()).toBe(0);
  const coordinator = await exchange.desk('coordinator', null);
  expect((await coordinator.get('/v1/requests')).body).toEqual({
    asOf: expect.any(String) as string,
    items: [],
    next: null,
  });
  await exchange.end('SIGTERM');
});

test.each<[string, string, string, string]>([
  [
    'a first line that names no columns',
    '"FR","DE",2008-12-31,1\n',
    decisions,
    'dublinOutR.csv: the first line must name the columns partner, geo, time and values.',
  ],
  [
    'a count that is no number',
    requests.replace('700', 'many'),
    decisions,
    'dublinOutR.csv, line 2: expected "partner","geo",year-12-31,count and perhaps "decision", found "FR","DE",2008-12-31,many',
  ],
  [
    'a State that is none',
    requests,
    decisions.replace('"UK","EL"', '"UK","QQ"'),
    'decisionDublinOut.csv, line 9: QQ or UK is no State that is known here.',
  ],
])('a table with %s is refused in plain words', async (_, outgoing, decided, message) => {
  const run = new ExchangeProcess(['replay', await tables(outgoing, decided)], await temporaryFolder());
  expect(await run.ended()).toBe(1);
  expect([run.out, run.err.trim()]).toEqual(['', message]);
});

test.each([[[]], [['one', 'two']], [['/nowhere']]])('replay %j is refused in plain words', async (words) => {
  const run = new ExchangeProcess(['replay', ...words], await temporaryFolder());
  expect(await run.ended()).toBe(1);
  expect(run.err).toMatch(/takes the one folder|holds neither dublinOutR\.csv nor dublinOutR\.csv\.gz/);
  expect(run.err).not.toMatch(/^ +at /m);
});

const dublin = join(root, '..', 'shared', 'data', 'dublin');

if (existsSync(dublin)) {
  test('the reported requests and decisions of 2008 are all replayed or explained', async () => {
    const folder = await temporaryFolder();
    const source = join(folder, 'tables');
    await mkdir(source);
    const outgoing = of2008(readFileSync(join(dublin, 'dublinOutR.csv')));
    const decided = of2008(gunzipSync(readFileSync(join(dublin, 'decisionDublinOut.csv.gz'))));
    await writeFile(join(source, 'dublinOutR.csv'), outgoing.join('\n'));
    await writeFile(join(source, 'decisionDublinOut.csv'), decided.join('\n'));
    const run = new ExchangeProcess(['replay', source], folder);
    expect(await run.ended()).toBe(0);
    const [cells, ownState] = [outgoing.filter(isCell), outgoing.filter(isCell).filter(isOwnState)];
    const differing = ownState.filter((line) => !line.endsWith(',0')).length;
    expect(run.out).toContain(
      `requests  ${cells.length - differing} of ${cells.length} cells agree, ${differing} differ`,
    );
    expect(run.out).toContain('cells that no table has: 0');
    expect(run.out).not.toContain('UNEXPLAINED');
  });
} else {
  test('the reported requests of 2008 are NOT replayed: their tables are not on this machine', () => {
    console.warn(`${dublin} is not there: the replay of reported figures was left out.`);
  });
}

/** The header and the lines of one year. */
function of2008(bytes: Buffer): readonly string[] {
  const [header = '', ...lines] = bytes.toString('utf8').trimEnd().split(/\r?\n/);
  return [header, ...lines.filter((line) => line.includes(',2008-12-31,'))];
}

const isCell = (line: string) => /^"[A-Z]{2}","[A-Z]{2}",/.test(line);
const isOwnState = (line: string) => /^"([A-Z]{2})","\1",/.test(line);
