import { caseActsWithCanaries, requestActsWithCanaries, requestWithCanaries } from './canaries';

const contact = {
  body: 'Firearms desk',
  email: 'desk@jam.example',
  timeZone: 'America/Jamaica',
  weekend: [6, 0],
};
const practice = { kind: 'STATE_STOCK_MARK', mark: 'JAM JDF *', source: 'National report', verified: false };

/** For every command of the API a body with which it is done, where the matter has come so far; by method and path. */
export const commandBodies: Readonly<Record<string, object>> = {
  'PUT /v1/participants/{code}/point-of-contact': contact,
  'PUT /v1/participants/{code}/review-policy': { reviewRequired: false },
  'PUT /v1/participants/{code}/lapse-policy': {},
  'POST /v1/participants/{code}/points-of-contact': { ...contact, validFrom: '2030-01-01T00:00:00Z' },
  'PUT /v1/participants/{code}/points-of-contact/{number}': {
    ...contact,
    validFrom: '2030-01-01T00:00:00Z',
    reason: 'Misread.',
  },
  'POST /v1/participants/{code}/delegations': { desk: 'NCB-KINGSTON', body: 'NCB', acts: ['remind'] },
  'POST /v1/participants/{code}/delegations/{number}/end': {},
  'POST /v1/participants/{code}/marking-practices': practice,
  'PUT /v1/participants/{code}/marking-practices/{number}': { ...practice, reason: 'Misread.' },
  'POST /v1/directory/suggestions': { countryOfManufacture: 'CHN' },
  'POST /v1/requests': requestWithCanaries,
  'POST /v1/requests/duplicates': requestWithCanaries,
  'POST /v1/requests/drafts': requestActsWithCanaries.draft,
  'PUT /v1/requests/{id}/draft': requestActsWithCanaries.draft,
  ...under('POST /v1/requests/{id}/', requestActsWithCanaries),
  ...under('POST /v1/cases/{id}/', caseActsWithCanaries),
};

function under(prefix: string, acts: Readonly<Record<string, object>>) {
  return Object.fromEntries(Object.entries(acts).map(([noun, body]) => [prefix + noun, body]));
}
