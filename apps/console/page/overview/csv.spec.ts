import { csvOf } from './csv';

test('a table is written by RFC 4180, with nothing where nothing is known', () => {
  expect(
    csvOf(
      ['pair', 'n', 'share'],
      [
        ['JAM "to" USA, all', 10, 0.25],
        ['=SUM(A1)', 0, null],
      ],
    ),
  ).toBe('pair,n,share\r\n"JAM ""to"" USA, all",10,0.25\r\n\'=SUM(A1),0,\r\n');
});
