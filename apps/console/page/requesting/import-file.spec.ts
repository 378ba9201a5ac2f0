import { asHandedIn } from './import-file';

test.each([
  ['requests.CSV', 'text/csv'],
  ['requests.ndjson', 'application/x-ndjson'],
  ['requests.jsonl', 'application/x-ndjson'],
  ['requests.json', 'application/json'],
  ['requests.txt', 'text/csv'],
])('a file called %s is handed in as %s', (name, type) => {
  expect(asHandedIn(new File(['x'], name)).type).toBe(type);
});
