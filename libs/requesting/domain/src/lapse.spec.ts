import { type DatedLapsePolicy, lapseOf } from './lapse';
import { leadsTo, sampleDesk } from './testing/sample-desk';
import { arm, content } from './testing/sample-trail';

const minute = 60_000;
const day = 86_400_000;
const clock = { timeZone: 'UTC', weekend: [6, 0] as const };
const idle = (afterIdleDays: number, from = 0): DatedLapsePolicy => ({ afterIdleDays, from });

/** A request of Jamaica, sent in the first minute of 1970 and received in the second. */
function sent() {
  const desk = sampleDesk('JAM');
  const id = desk.send('USA', content([arm(1)]));
  desk.hear(id, { kind: 'receive', said: {} });
  const lapse = (...policies: readonly DatedLapsePolicy[]) => {
    const [kept] = desk.kept();
    if (!kept) throw new Error('no request');
    return lapseOf(kept, policies, clock);
  };
  return { desk, id, lapse };
}

describe('a request lapses by the policy of its State (8.1)', () => {
  test('not at all, unless the State has said so', () => {
    const { lapse } = sent();
    expect(lapse()).toBeUndefined();
    expect(lapse({ from: 0 })).toBeUndefined();
  });

  test('at the end of so many days of its desk after the last word or act', () => {
    const { lapse } = sent();
    expect(lapse(idle(30))).toEqual({
      at: 31 * day,
      reason: "Nothing was heard or done within 30 days: the State's policy.",
    });
  });

  test('later when something comes, be it a reminder', () => {
    const { desk, id, lapse } = sent();
    desk.wait(10 * day);
    desk.act(id, { type: 'SendReminder' });
    expect(lapse(idle(30))?.at).toBe(41 * day);
  });

  test('after a question that it does not answer, counted from that question', () => {
    const { desk, id, lapse } = sent();
    const question = { from: 0, afterQuestionDays: 20 };
    expect(lapse(question)).toBeUndefined();
    desk.wait(5 * day);
    desk.hear(id, { kind: 'request-information', said: { question: 1, text: 'Which slide?' } });
    desk.wait(2 * day);
    desk.act(id, { type: 'SendReminder' });
    expect(lapse(question)).toEqual({
      at: 26 * day,
      reason: "The information that was asked for was not supplied within 20 days: the State's policy.",
    });
    expect(lapse({ ...question, afterIdleDays: 15 })?.at).toBe(23 * day);
    desk.act(id, { type: 'SupplyInformation', question: 1, information: 'The marked one.' });
    expect(lapse(question)).toBeUndefined();
  });

  test.each([
    ['answered', leadsTo(1).slice(1)],
    ['refused', [{ kind: 'refuse', said: { ground: 'ITI22_INVESTIGATION', reason: 'Under way.' } }]],
  ] as const)('not once it is %s: its officers close it', (status, replies) => {
    const { desk, id, lapse } = sent();
    desk.hear(id, ...replies);
    expect(desk.kept()[0]?.request.status).toBe(status);
    expect(lapse(idle(30))).toBeUndefined();
  });

  test('not when it was withdrawn, or has lapsed; and anew once it is reopened', () => {
    const { desk, id, lapse } = sent();
    desk.act(id, { type: 'LapseRequest', reason: 'Silence.' });
    expect(lapse(idle(30))).toBeUndefined();
    desk.wait(40 * day);
    desk.act(id, { type: 'ReopenRequest', reason: 'A second arm.' });
    expect(lapse(idle(30))?.at).toBe(71 * day);
    desk.act(id, { type: 'WithdrawRequest', reason: 'Returned.' });
    expect(lapse(idle(30))).toBeUndefined();
  });

  test('never in the past: days are not counted from before the policy', () => {
    expect(sent().lapse(idle(30, 100 * day + minute))?.at).toBe(131 * day);
  });

  test('by the policy that was in force then, though it was changed before anybody looked', () => {
    const { lapse } = sent();
    expect(lapse(idle(30), idle(90, 60 * day))?.at).toBe(31 * day);
    expect(lapse(idle(30), idle(90, 20 * day))?.at).toBe(111 * day);
    expect(lapse(idle(30), { from: 20 * day })).toBeUndefined();
    expect(lapse(idle(30), { from: 20 * day }, idle(10, 50 * day))?.at).toBe(61 * day);
  });

  test('by the days of its own desk', () => {
    const { desk } = sent();
    const [kept] = desk.kept();
    const auckland = { timeZone: 'Pacific/Auckland', weekend: [6, 0] as const };
    expect(kept && lapseOf(kept, [idle(30)], auckland)?.at).toBe(31 * day - 12 * 60 * minute);
  });
});
