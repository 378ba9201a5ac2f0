import { regimeProfiles } from '@vestigo/deadlines';
import { sampleDesk } from './testing/sample-desk';
import { arm, content } from './testing/sample-trail';
import { dueNotes, type DueNotes, runningDues } from './request-due';

const day = 86_400_000;
const minute = 60_000;
const lagos = { timeZone: 'Africa/Lagos', weekend: [6, 0] as const };

/** Jamaica asks the USA; what falls due there, as the notes of the docket tell it. */
function asked(regime = 'ITI', waits = 0) {
  const desk = sampleDesk('JAM');
  desk.wait(waits);
  const id = desk.send('USA', content([arm(1)], { regimes: [regime] }));
  const due = () => {
    const [kept] = desk.kept();
    const notes = kept?.history.reduce<DueNotes | undefined>(
      (before, { event, recordedAt }) => dueNotes(before, event, recordedAt),
      undefined,
    );
    return notes && kept && runningDues(notes, kept.request.status, regimeProfiles);
  };
  return { desk, id, due };
}

const neither = { acknowledge: null, answer: null };
const receive = { kind: 'receive', said: {} } as const;

describe('what falls due of a request', () => {
  test('is nothing before the State asked has received it', () => {
    expect(asked().due()).toEqual(neither);
  });

  test('is counted by the clock of the desk at receipt, however the directory changes', () => {
    const { desk, id, due } = asked();
    desk.receive(id, lagos);
    const [acknowledge, answer] = [due()?.acknowledge, due()?.answer];
    // Days end at Lagos, an hour before UTC: three working days after Thursday, 1 January 1970.
    expect([acknowledge?.at, answer?.regime]).toEqual([6 * day - 60 * minute, 'EXCHANGE_TARGET']);
    expect(acknowledge?.at).toBeLessThan(answer?.at ?? 0);
  });

  test('is not known of a receipt that was recorded before its clock was kept', () => {
    const { desk, id, due } = asked();
    desk.hear(id, receive);
    expect(due()).toEqual(neither);
  });

  test('is the answer alone once it is acknowledged, and nothing once it is answered', () => {
    const { desk, id, due } = asked();
    desk.receive(id, lagos);
    desk.hear(id, { kind: 'acknowledge', said: {} });
    expect(due()).toMatchObject({ acknowledge: null, answer: { nature: 'target' } });
    const answers = [{ item: 1, outcome: 'NO_RECORD' }];
    desk.hear(id, { kind: 'answer', said: { answers, answerClass: 'FULL' } });
    expect(due()).toEqual(neither);
  });

  test('stands still while this desk owes information, and goes on later by that time', () => {
    // After 1 January 2026: the directive was in force by then.
    const { desk, id, due } = asked('EU977', 20_454 * day);
    desk.receive(id, lagos);
    const before = due()?.answer?.at ?? 0;
    desk.hear(id, { kind: 'request-information', said: { question: 1, text: 'Which mark?' } });
    const suspended = due()?.answer?.at;
    desk.wait(7 * day);
    desk.act(id, { type: 'SupplyInformation', question: 1, information: '4417' });
    expect([suspended, (due()?.answer?.at ?? 0) > before]).toEqual([Infinity, true]);
  });

  test('is nothing once it is withdrawn', () => {
    const { desk, id, due } = asked();
    desk.receive(id, lagos);
    desk.act(id, { type: 'WithdrawRequest', reason: 'The arm was returned.' });
    expect(due()).toEqual(neither);
  });
});
