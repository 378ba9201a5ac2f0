import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOfContent } from './request-content.policy';
import { itemsOf, type RequestContentV1, requestSubmittedV2 } from './request-content.upcast';

const golden = join(__dirname, '../../../protocol/golden/request-submitted.v1.json');
const { data } = JSON.parse(readFileSync(golden, 'utf8')) as { readonly data: RequestContentV1 };

describe('a request of the first version', () => {
  test('keeps all that it said, and its arm is item 1', () => {
    const { arm, ...said } = data;
    expect(requestSubmittedV2(data)).toEqual({
      ...said,
      channel: 'OTHER',
      items: [{ number: 1, kind: 'ARM', ...arm }],
    });
  });

  test('is admissible as it is', () => {
    expect(faultsOfContent(requestSubmittedV2(data))).toEqual([]);
  });

  test('keeps the text of other marks as a mark', () => {
    expect(itemsOf({ arm: { type: 'SMG', otherMarks: 'a star, 1984' } })).toEqual([
      { number: 1, kind: 'ARM', type: 'SMG', otherMarks: [{ kind: 'OTHER', text: 'a star, 1984' }] },
    ]);
  });
});
