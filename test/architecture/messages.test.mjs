import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { faultsOfArea, faultsOfMessages, LANGUAGES } from '../../infra/console-messages.mjs';
import { root } from '../../infra/workspace.mjs';

const { terms, checkedByNativeSpeaker } = JSON.parse(
  readFileSync(join(root, 'apps', 'console', 'page', 'messages', 'glossary.json'), 'utf8'),
);

test('every message of the page stands in all six languages, with the terms of the glossary', () => {
  assert.deepEqual(faultsOfMessages(), []);
});

test('the terms of the page are those of docs/glossary.md', () => {
  const known = readFileSync(join(root, 'docs', 'glossary.md'), 'utf8');
  assert.ok(Object.keys(terms).length > 30);
  assert.deepEqual(
    Object.keys(terms).filter((term) => !known.includes(`| ${term} `)),
    [],
  );
});

test('the glossary says of each language whether a native speaker has checked it', () => {
  assert.deepEqual(Object.keys(checkedByNativeSpeaker), LANGUAGES);
});

describe('a message file is refused', () => {
  const english = {
    'x.sent': 'Sent {at, date}',
    'x.count': '{n, plural, one {# request} other {# requests}}',
  };
  const russian = {
    'x.sent': 'Отправлено {at, date}',
    'x.count': '{n, plural, one {# запрос} few {# запроса} many {# запросов} other {# запроса}}',
  };
  const faults = (messages, of = english) => faultsOfArea('x', { en: of, ru: messages }, terms);

  test('but not when it is as it should be', () => assert.deepEqual(faults(russian), []));

  for (const [why, messages, said] of [
    ['that misses a message', { 'x.count': russian['x.count'] }, 'x.sent is missing in ru'],
    ['that has an empty one', { ...russian, 'x.sent': ' ' }, 'x.sent is missing in ru'],
    ['that has one too many', { ...russian, 'x.more': 'Ещё' }, 'x.more stands in ru, but not in en'],
    [
      'whose placeholder has another name',
      { ...russian, 'x.sent': 'Отправлено {when, date}' },
      'x.sent in ru: has the placeholders {when:date}, English {at:date}',
    ],
    [
      'whose placeholder is of another kind',
      { ...russian, 'x.sent': 'Отправлено {at}' },
      'x.sent in ru: has the placeholders {at:argument}, English {at:date}',
    ],
    [
      'that leaves out a plural form',
      { ...russian, 'x.count': '{n, plural, one {# запрос} few {# запроса} other {# запроса}}' },
      'x.count in ru: has no plural form for "many"',
    ],
    ['that is no message', { ...russian, 'x.sent': 'Отправлено {at' }, 'x.sent in ru: is no ICU message'],
  ]) {
    test(why, () => assert.ok(faults(messages).includes(said), faults(messages).join('\n')));
  }

  test('that renders a term otherwise', () => {
    const of = { 'x.none': 'No tracing request yet' };
    assert.deepEqual(faults({ 'x.none': 'Запросов об отслеживании ещё нет' }, of), []);
    assert.deepEqual(faults({ 'x.none': 'Запросов о поиске ещё нет' }, of), [
      'x.none in ru: "tracing request" must be rendered "запрос* об отслеживании"',
    ]);
  });
});
