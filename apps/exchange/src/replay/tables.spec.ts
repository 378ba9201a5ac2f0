import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readTables, UnreadableTable } from './tables';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vestigo-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const columns = '"partner","geo","time","values"';
function write({
  requests,
  decisions,
}: {
  requests?: readonly string[];
  decisions?: readonly string[];
}): void {
  writeFileSync(join(folder, 'dublinOutR.csv'), [columns, ...(requests ?? []), ''].join('\n'));
  writeFileSync(
    join(folder, 'decisionDublinOut.csv'),
    [`${columns},"decision"`, ...(decisions ?? []), ''].join('\r\n'),
  );
}

describe('the tables of a replay', () => {
  test('give each cell of pair and year, with null where nothing was reported', () => {
    write({
      requests: ['"IT","AT",2015-12-31,1200', '"EL","UK",2014-12-31,0'],
      decisions: [
        '"IT","AT",2015-12-31,700,"ACC"',
        '"IT","AT",2015-12-31,90,"REF"',
        '"DE","AT",2016-12-31,3,"REF"',
      ],
    });
    expect(readTables(folder)).toEqual([
      {
        requestingState: 'AUT',
        respondingState: 'ITA',
        year: 2015,
        requests: 1200,
        accepted: 700,
        refused: 90,
      },
      {
        requestingState: 'GBR',
        respondingState: 'GRC',
        year: 2014,
        requests: 0,
        accepted: null,
        refused: null,
      },
      {
        requestingState: 'AUT',
        respondingState: 'DEU',
        year: 2016,
        requests: null,
        accepted: null,
        refused: 3,
      },
    ]);
  });

  test('leave out sums of others, and decisions of other kinds', () => {
    write({
      requests: ['"TOTAL","AT",2015-12-31,9', '"IT","EU28",2015-12-31,9', '"EFTA","TOTAL",2015-12-31,9'],
      decisions: ['"IT","AT",2015-12-31,790,"TOTAL"'],
    });
    expect(readTables(folder)).toEqual([]);
  });

  test('may be packed', () => {
    write({});
    rmSync(join(folder, 'dublinOutR.csv'));
    const packed = gzipSync(`${columns}\n"IT","AT",2015-12-31,5\n`);
    writeFileSync(join(folder, 'dublinOutR.csv.gz'), packed);
    expect(readTables(folder)).toMatchObject([{ requestingState: 'AUT', requests: 5 }]);
  });

  test('must be there', () => {
    expect(() => readTables(folder)).toThrow(UnreadableTable);
    expect(() => readTables(folder)).toThrow(`${folder} holds neither dublinOutR.csv nor dublinOutR.csv.gz.`);
  });

  test.each(['', '"geo","partner","time","values"', 'partner,geo,time,values'])(
    'must name their columns, not %j',
    (header) => {
      write({});
      writeFileSync(join(folder, 'dublinOutR.csv'), `${header}\n"IT","AT",2015-12-31,5\n`);
      expect(() => readTables(folder)).toThrow(
        'dublinOutR.csv: the first line must name the columns partner, geo, time and values.',
      );
    },
  );

  test.each([
    '"IT","AT",2015-06-30,5',
    '"IT","AT",2015-12-31,-5',
    '"IT","AT",2015-12-31,1.5',
    '"IT","AT",2015-12-31,',
    '"IT","AT"',
    'IT,AT,2015-12-31,5',
  ])('have no line %s', (line) => {
    write({ requests: ['"IT","AT",2014-12-31,5', line] });
    expect(() => readTables(folder)).toThrow(UnreadableTable);
    expect(() => readTables(folder)).toThrow('dublinOutR.csv, line 3: expected "partner","geo"');
  });

  test('name States only', () => {
    write({ decisions: ['"IT","ZZ",2014-12-31,5,"ACC"'] });
    expect(() => readTables(folder)).toThrow(
      'decisionDublinOut.csv, line 2: ZZ or IT is no State that is known here.',
    );
  });
});
