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
      'clarifications',
      'withdrawal',
    ]);
    expect(labels('information-requested')).not.toContain('information');
  });

  test('is to close what was answered, and to take up again what was closed', () => {
    expect(labels('answered')).toEqual(['clarifications', 'consents', 'disclosure-notices', 'closure']);
    expect(labels('closed')).toEqual(['consents', 'disclosure-notices', 'reopening']);
  });
});
