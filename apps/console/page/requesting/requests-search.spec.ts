import { requestsSearchOf } from './requests-search';

test.each([
  [{ status: 'draft' }, { status: 'draft' }],
  [{ status: 'no-status', any: 'thing' }, {}],
  [{ status: 7 }, {}],
  [{}, {}],
])('of %j the inbox reads %j', (search, read) => {
  expect(requestsSearchOf(search)).toEqual(read);
});
