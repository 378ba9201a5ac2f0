import type { ArmItem } from '@vestigo/arms';
import { possibleDuplicates } from './possible-duplicates';
import type { RequestContent } from './request-content';
import { sampleDesk } from './testing/sample-desk';
import { arm, content } from './testing/sample-trail';

const serial = (asObserved: string) => ({ asObserved, part: 'FRAME_RECEIVER', condition: 'INTACT' }) as const;
const where = { recoveredOn: '2026-03-14', recoveryPlace: 'Spanish Town' };
const request = (change: Partial<ArmItem>, more: Partial<RequestContent> = {}) =>
  content([arm(1, change)], { ...where, ...more });

function offered(earlier: RequestContent, later: RequestContent) {
  const desk = sampleDesk('JAM');
  desk.send('USA', earlier, 'earlier');
  return possibleDuplicates(later, desk.kept());
}
const isOffered = (earlier: RequestContent, later: RequestContent) => offered(earlier, later).length > 0;

describe('before a request is sent', () => {
  test('an earlier one on the same arm and recovery is offered, with what was compared', () => {
    const earlier = request({ serial: serial('АВ1234'), calibre: '9x19mm' });
    const later = request(
      { serial: serial('AB1234'), calibre: '9mm Luger' },
      { recoveredOn: '2026-03', recoveryPlace: 'SPANISH-TOWN' },
    );
    expect(offered(earlier, later)).toEqual([
      {
        item: 1,
        requestId: 'earlier',
        ofItem: 1,
        respondingState: 'USA',
        status: 'sent',
        submittedAt: 60_000,
        reasons: [
          { field: 'serial', finding: 'LOOKS_ALIKE' },
          { field: 'make', finding: 'SAME' },
          { field: 'model', finding: 'UNKNOWN' },
          { field: 'calibre', finding: 'SAME' },
          { field: 'countryOfManufacture', finding: 'UNKNOWN' },
          { field: 'type', finding: 'SAME' },
          { field: 'recoveredOn', finding: 'SAME' },
          { field: 'recoveryPlace', finding: 'SAME' },
        ],
      },
    ]);
  });

  test.each<[string, RequestContent, RequestContent, boolean]>([
    [
      'the same serial number of another make',
      request({ serial: serial('AB1234'), make: 'Glock' }),
      request({ serial: serial('AB1234'), make: 'Beretta' }),
      false,
    ],
    [
      'another serial number',
      request({ serial: serial('AB1234') }),
      request({ serial: serial('XY9876') }),
      false,
    ],
    [
      'the same arm recovered on another day',
      request({ serial: serial('AB1234') }),
      request({ serial: serial('AB1234') }, { recoveredOn: '2026-05-01' }),
      false,
    ],
    [
      'the same arm whose recovery was not described',
      request({ serial: serial('AB1234') }, { recoveredOn: '2026' }),
      content([arm(1, { serial: serial('AB1234') })]),
      true,
    ],
    [
      'an arm without a serial number of the same make, model and day',
      request({ serial: { part: 'FRAME_RECEIVER', condition: 'OBLITERATED' }, model: '17' }),
      request({ serial: { part: 'FRAME_RECEIVER', condition: 'OBLITERATED' }, model: '17' }),
      true,
    ],
    [
      'an arm without a serial number of which nothing else is known',
      content([{ number: 1, kind: 'ARM', type: 'UNKNOWN_SMALL' }]),
      content([{ number: 1, kind: 'ARM', type: 'UNKNOWN_SMALL' }]),
      false,
    ],
  ])('%s is offered or not', (_, earlier, later, expected) => {
    expect(isOffered(earlier, later)).toBe(expected);
  });

  test('a request that was withdrawn or marked as a duplicate is not offered', () => {
    const desk = sampleDesk('JAM');
    desk.act(desk.send('USA', request({})), { type: 'WithdrawRequest', reason: 'Sent by mistake.' });
    const duplicate = desk.send('USA', request({}));
    desk.act(duplicate, { type: 'MarkDuplicate', duplicateOf: 'another' });
    expect(possibleDuplicates(request({}), desk.kept())).toEqual([]);
  });
});
