import { openSqliteReadStore } from '@vestigo/sqlite';
import { boardsOn, placesOf } from './testing/boards';
import { day, factsOf, hour, monday } from './testing/facts';

const { boardOf, close } = boardsOn(openSqliteReadStore);
afterAll(close);

describe('the board of deadlines shows a question for consent', () => {
  const answered = [
    { type: 'CaseReceived', requestId: 'a' },
    { type: 'CaseAnswered', requestId: 'a', occurredAt: monday + hour },
  ];
  const question = (code: string, at: number, requestId = 'a') => [
    { type: 'ConsentAsked', requestId, code, occurredAt: at - hour },
    { type: 'ConsentRequested', requestId, code, occurredAt: at },
  ];

  test('whose clock runs from its receipt, and by which rule', async () => {
    const board = boardOf(factsOf([...answered, ...question('1', monday + 2 * day)]));
    expect(await board()).toEqual([
      {
        requestId: 'a',
        requestingState: 'TTO',
        respondingState: 'USA',
        clock: 'consent',
        consent: 1,
        submittedAt: monday + 2 * day - hour,
        receivedAt: monday + 2 * day,
        due: { at: monday + 17 * day, regime: 'EXCHANGE_TARGET', nature: 'target' },
        explained: false,
        imported: false,
      },
    ]);
  });

  test('until it is given or denied, each by itself', async () => {
    const questions = ['1', '2', '3'].flatMap((code) => question(code, monday + 2 * day));
    const board = boardOf(
      factsOf([
        ...answered,
        ...questions,
        { type: 'ConsentGiven', requestId: 'a', code: '3', occurredAt: monday + 3 * day },
        { type: 'ConsentDenied', requestId: 'a', code: '1', occurredAt: monday + 3 * day },
      ]),
    );
    expect(placesOf(await board())).toEqual(['a consent 2']);
  });

  test('not before the State asked has received it', async () => {
    const [asking] = question('1', monday + 2 * day);
    expect(placesOf(await boardOf(factsOf(asking ? [...answered, asking] : []))())).toEqual([]);
  });

  test('as late, once its clock ran out', async () => {
    const fellDue = { type: 'ConsentFellDue', requestId: 'a', code: 'EXCHANGE_TARGET;1' };
    const board = boardOf(factsOf([...answered, ...question('1', monday + 2 * day), fellDue]));
    expect(placesOf(await board())).toEqual(['a consent 1']);
  });

  test('to the States that it concerns', async () => {
    const board = boardOf(factsOf([...answered, ...question('1', monday + 2 * day)]));
    expect(placesOf(await board({ party: 'TTO' }))).toEqual(['a consent 1']);
    expect(placesOf(await board({ responding: 'USA' }))).toEqual(['a consent 1']);
    expect(await board({ party: 'DEU' })).toEqual([]);
  });
});
