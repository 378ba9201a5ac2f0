import { AddressBook } from './address-book';

test('an address knows the methods that any of its routes gives it', () => {
  const book = new AddressBook();
  book.add('/v1/requests', 'POST');
  book.add('/v1/requests', ['GET', 'HEAD']);
  book.add('/v1/requests/:id', 'GET');
  book.add('/v1/requests/:id/closure', 'POST');
  book.add('/docs/*', 'GET');
  book.add('/openapi.json', 'GET');
  const methods = [
    '/v1/requests',
    '/v1/requests/7',
    '/v1/requests/7/closure',
    '/docs/a/b',
    '/openapiXjson',
    '/v1',
  ];
  expect(methods.map((path) => book.methodsAt(path))).toEqual([
    ['GET', 'HEAD', 'POST'],
    ['GET'],
    ['POST'],
    ['GET'],
    [],
    [],
  ]);
});
