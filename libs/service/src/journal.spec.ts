import { journalSettings, nestJournal, openJournal } from './journal';
import { InvalidSetting } from './settings';

function journal(...[settings]: readonly [Parameters<typeof openJournal>[1]]) {
  const lines: string[] = [];
  return { lines, ...openJournal('responding', settings, { write: (line) => lines.push(line) }) };
}

describe('the journal of a process', () => {
  test('is one JSON object a line, dated by RFC 3339', () => {
    const { lines, note } = journal({ format: 'json', level: 'info' });
    note('warn', 'projection: the log does not answer', { loop: 'projection' });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        level: 'warn',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
        service: 'responding',
        loop: 'projection',
        message: 'projection: the log does not answer',
      },
    ]);
    expect(lines.join('')).toMatch(/^[^\n]*\n$/);
  });

  test('is sentences at a terminal', () => {
    const { lines, note } = journal({ format: 'text', level: 'warn' });
    note('warn', 'Stopping.', { correlationId: 'case 17' });
    note('error', 'GET /v1/cases failed', { stack: '    at one:1:1' });
    expect(lines).toEqual(['Stopping.\n', 'GET /v1/cases failed\n    at one:1:1\n']);
  });

  test('leaves out what is beneath its level', () => {
    for (const format of ['json', 'text'] as const) {
      const { lines, note, heeds } = journal({ format, level: 'warn' });
      note('info', 'answered');
      expect([heeds('info'), heeds('warn'), heeds('error'), lines]).toEqual([false, true, true, []]);
    }
  });

  test('says nothing when it is off', () => {
    const { lines, note, heeds } = journal({ format: 'off', level: 'debug' });
    note('error', 'failed');
    expect([heeds('error'), lines]).toEqual([false, []]);
  });

  test('leaves out the name of a conversation that holds more than a name', () => {
    const { lines, note } = journal({ format: 'json', level: 'info' });
    note('info', 'command done', { correlationId: 'visit-1.2' });
    note('info', 'command done', { correlationId: 'serial AB 123' });
    const said = lines.map((line) => (JSON.parse(line) as { correlationId?: string }).correlationId);
    expect(said).toEqual(['visit-1.2', undefined]);
  });

  test('takes what Nest has to say, but not how it starts', () => {
    const { lines, note, heeds } = journal({ format: 'text', level: 'debug' });
    const nest = nestJournal({ note, heeds });
    nest.log('Mapped {/v1/cases, GET} route');
    nest.warn('deprecated', 'Router');
    nest.error('GET /v1/cases failed: TypeError', '    at one:1:1', 'ProblemFilter');
    expect(lines).toEqual(['deprecated\n', 'GET /v1/cases failed: TypeError\n    at one:1:1\n']);
  });
});

describe('the settings of a journal', () => {
  test('are those of its place unless told otherwise', () => {
    expect(journalSettings({}, 'text')).toEqual({ format: 'text', level: 'warn' });
    expect(journalSettings({ VESTIGO_LOG: '' }, 'json')).toEqual({ format: 'json', level: 'info' });
    expect(journalSettings({ VESTIGO_LOG: 'json', VESTIGO_LOG_LEVEL: 'debug' }, 'text')).toEqual({
      format: 'json',
      level: 'debug',
    });
  });

  test.each([
    [{ VESTIGO_LOG: 'xml' }, 'VESTIGO_LOG is "xml"; it must be one of json, text, off.'],
    [{ VESTIGO_LOG_LEVEL: 'all' }, 'VESTIGO_LOG_LEVEL is "all"; it must be one of debug, info, warn, error.'],
  ])('refuse %j, and say why', (env, sentence) => {
    expect(() => journalSettings(env, 'json')).toThrow(InvalidSetting);
    expect(() => journalSettings(env, 'json')).toThrow(sentence);
  });
});
