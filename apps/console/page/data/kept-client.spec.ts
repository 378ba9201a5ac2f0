import { dehydrate, QueryClient } from '@tanstack/react-query';
import { takenOver } from './kept-client';

function kept() {
  const reading = new QueryClient();
  reading.setQueryData(['requests', 'list'], [{ id: '1' }]);
  reading.setQueryData(['writing', 'request'], { legalBasis: 'Firearms Act' });
  return { timestamp: 1, buster: '/assets/main-1.js', clientState: dehydrate(reading) };
}

const keysOf = ({ clientState }: ReturnType<typeof kept>) =>
  clientState.queries.map(({ queryKey }) => queryKey);

describe('what is kept on the device', () => {
  test('is whole for the build that kept it', () => {
    const client = kept();
    expect(takenOver(client, '/assets/main-1.js')).toBe(client);
  });

  test('is for another build what was written, and none of what was read', () => {
    const client = takenOver(kept(), '/assets/main-2.js');
    expect([client.buster, keysOf(client)]).toEqual(['/assets/main-2.js', [['writing', 'request']]]);
    expect(client.clientState.queries[0]?.state.data).toEqual({ legalBasis: 'Firearms Act' });
  });
});
