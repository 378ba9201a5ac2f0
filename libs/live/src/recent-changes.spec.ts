import { RecentChanges } from './recent-changes';
import type { LiveSubject } from './subjects';

const subject: LiveSubject = {
  kind: 'requests',
  mayLearn: () => true,
  changeIn: () => undefined,
};
const at = (position: number) => ({
  position,
  subject,
  change: { id: `r${String(position)}`, states: ['JAM'] },
});
const idsOf = (noted: ReturnType<RecentChanges['afterNumber']>) => noted?.map(({ change }) => change.id);

describe('the last changes', () => {
  it('are told to who was there, from the last that was told', () => {
    const recent = new RecentChanges(10, 100);
    recent.add([at(11), at(13)], 14);
    const { last } = recent;
    expect(idsOf(recent.afterNumber(0))).toEqual(['r11', 'r13']);
    recent.add([at(15)], 20);
    expect(idsOf(recent.afterNumber(last))).toEqual(['r15']);
    expect(recent.through).toBe(20);
  });

  it('are told to who comes back, from the place that they name', () => {
    const recent = new RecentChanges(10, 100);
    recent.add([at(11), at(13)], 14);
    expect(idsOf(recent.afterPosition(10))).toEqual(['r11', 'r13']);
    expect(idsOf(recent.afterPosition(11))).toEqual(['r13']);
    expect(idsOf(recent.afterPosition(14))).toEqual([]);
    expect(recent.afterPosition(9)).toBeUndefined();
    expect(recent.afterPosition(15)).toBeUndefined();
  });

  it('say so when some are gone', () => {
    const recent = new RecentChanges(0, 2);
    recent.add([at(1), at(2), at(3)], 3);
    expect(recent.afterPosition(0)).toBeUndefined();
    expect(idsOf(recent.afterPosition(1))).toEqual(['r2', 'r3']);
    expect(recent.afterNumber(0)).toBeUndefined();
    expect(idsOf(recent.afterNumber(1))).toEqual(['r2', 'r3']);
  });

  it('say so to everybody after a leap, and go on from there', () => {
    const recent = new RecentChanges(0, 100);
    recent.add([at(1)], 1);
    const { last } = recent;
    recent.leapTo(9000);
    expect(recent.afterNumber(last)).toBeUndefined();
    expect(recent.afterPosition(1)).toBeUndefined();
    const since = recent.last;
    recent.add([at(9001)], 9001);
    expect(idsOf(recent.afterNumber(since))).toEqual(['r9001']);
  });
});
