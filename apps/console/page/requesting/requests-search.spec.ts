import { requestsSearchOf } from './requests-search';

test.each([
  [{ status: 'draft' }, { status: 'draft' }],
  [{ status: 'no-status', any: 'thing' }, {}],
  [{ status: 7 }, {}],
  [
    { responding: 'USA', due: 'OVERDUE', priority: 'URGENT', order: 'due' },
    { responding: 'USA', due: 'OVERDUE', priority: 'URGENT', order: 'due' },
  ],
  [{ responding: 'usa', due: 'LATE', priority: 'HIGH', order: 'newest' }, {}],
  [{ text: ' KX-40917 ' }, { text: 'KX-40917' }],
  [{ text: 40917 }, { text: '40917' }],
  [{ text: '  ' }, {}],
  [{}, {}],
])('of %j the inbox reads %j', (search, read) => {
  expect(requestsSearchOf(search)).toEqual(read);
});
