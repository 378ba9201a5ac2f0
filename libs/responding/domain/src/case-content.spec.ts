import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseContentV1, caseReceivedV2 } from './case-content';

const golden = join(__dirname, '../../../protocol/golden/request-submitted.v1.json');

test('a case of the first version keeps all that it said, and its arm is item 1', () => {
  const { data } = JSON.parse(readFileSync(golden, 'utf8')) as { readonly data: CaseContentV1 };
  const { arm, ...said } = data;
  expect(caseReceivedV2(data)).toEqual({
    ...said,
    channel: 'OTHER',
    items: [{ number: 1, kind: 'ARM', ...arm }],
  });
});
