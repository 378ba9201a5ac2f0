import { actsOn } from './acts';

const matter = {
  result: null,
  items: [],
  acknowledged: true,
  delayed: false,
  openQuestions: [],
  openClarifications: [],
  openConsents: [],
};
const labels = (
  status: 'draft' | 'sent' | 'information-requested' | 'answered' | 'closed',
  openQuestions: number[] = [],
) => actsOn({ status, matter: { ...matter, openQuestions } }).map(({ path }) => path);

describe('what the requesting desk may do', () => {
  test('is little before receipt and nothing with a draft', () => {
    expect([labels('sent'), labels('draft')]).toEqual([['reminders', 'withdrawal'], []]);
  });

  test('is to supply what it is asked for, while a question is open', () => {
    expect(labels('information-requested', [1])).toEqual([
      'information',
      'information-refusal',
      'reminders',
      'withdrawal',
    ]);
    expect(labels('information-requested')).not.toContain('information');
  });

  test('is to close what was answered, and to take up again what was closed', () => {
    expect(labels('answered')).toEqual(['consents', 'disclosure-notices', 'closure']);
    expect(labels('closed')).toEqual(['consents', 'disclosure-notices', 'reopening']);
  });

  test('is to seek clarification of a delay, a restriction or a refusal, and of nothing else', () => {
    const restricted = { ...matter, items: [{ item: 1, result: 'RESTRICTED' as const, givenIn: [2] }] };
    for (const unclear of [restricted, { ...matter, delayed: true }]) {
      expect(actsOn({ status: 'answered', matter: unclear })[0]?.path).toBe('clarifications');
    }
  });
});
