// What must hold of the message files of the page: no language misses a message, placeholders agree, terms of the field are
// rendered as the glossary says.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { root } from './workspace.mjs';

export const LANGUAGES = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];

const folder = join(root, 'apps', 'console', 'page', 'messages');
const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** What is wrong with the message files, one line each. */
export function faultsOfMessages() {
  const glossary = read('glossary.json');
  const areas = globSync('*/en.json', { cwd: folder }).map((name) => name.split(/[\\/]/)[0]);
  return [
    ...faultsOfGlossary(glossary),
    ...areas.toSorted().flatMap((area) => {
      const files = Object.fromEntries(
        LANGUAGES.map((language) => [language, read(`${area}/${language}.json`)]),
      );
      return faultsOfArea(area, files, glossary.terms);
    }),
  ];
}

/** `files`: by language, the messages by id. */
export function faultsOfArea(area, files, terms) {
  return Object.keys(files).flatMap((language) => {
    const missing = Object.keys(files.en)
      .filter((id) => !files[language][id]?.trim())
      .map((id) => `${id} is missing in ${language}`);
    const faults = Object.entries(files[language]).flatMap(([id, message]) => {
      if (!id.startsWith(`${area}.`)) return [`${id} in ${language} does not begin with ${area}.`];
      if (!(id in files.en)) return [`${id} stands in ${language}, but not in en`];
      return faultsOfMessage(message, files.en[id], language, terms).map(
        (fault) => `${id} in ${language}: ${fault}`,
      );
    });
    return [...missing, ...faults];
  });
}

function faultsOfMessage(message, english, language, terms) {
  const parts = partsOf(message);
  const wanted = partsOf(english);
  if (!parts || !wanted) return ['is no ICU message'];
  const placeholders = [...parts.placeholders].sort().join(', ');
  const expected = [...wanted.placeholders].sort().join(', ');
  return [
    ...(placeholders === expected ? [] : [`has the placeholders {${placeholders}}, English {${expected}}`]),
    ...parts.plurals.flatMap((cases) => missingCases(cases, language)),
    ...(language === 'en' ? [] : renderedOtherwise(parts.text, wanted.text, language, terms)),
  ];
}

/** Every number finds its form (CLDR). */
function missingCases(cases, language) {
  return new Intl.PluralRules(language)
    .resolvedOptions()
    .pluralCategories.filter((category) => !cases.includes(category))
    .map((category) => `has no plural form for "${category}"`);
}

function renderedOtherwise(text, english, language, terms) {
  let rest = english;
  const longestFirst = Object.entries(terms).toSorted(([one], [other]) => other.length - one.length);
  return longestFirst.flatMap(([term, forms]) => {
    const stands = anyOf(forms.en, 'en');
    if (!stands.test(rest)) return [];
    // "tracing request" is not "request" once more.
    rest = rest.replace(new RegExp(stands, 'giu'), ' ');
    const rendered = forms[language];
    return anyOf(rendered, language).test(text)
      ? []
      : [`"${term}" must be rendered "${rendered.join('" or "')}"`];
  });
}

/**
 * A form ends where its word may go on: "запрос*" is every case of the word. Arabic joins articles and prepositions to the word,
 * and Chinese puts nothing between words.
 */
export function anyOf(forms, language) {
  const joined = language === 'ar' || language === 'zh';
  const patterns = forms.map((form) =>
    form
      .split(' ')
      .map((word) => (word.endsWith('*') ? `${escaped(word.slice(0, -1))}\\p{L}*` : escaped(word)))
      .join('[\\s\\u00a0]+(?:ال)?'),
  );
  const one = `(?:${patterns.join('|')})`;
  return new RegExp(joined ? one : `(?<!\\p{L})${one}(?!\\p{L})`, 'iu');
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

function faultsOfGlossary({ terms }) {
  return Object.entries(terms).flatMap(([term, forms]) =>
    LANGUAGES.filter((language) => !forms[language]?.length).map(
      (language) => `glossary: "${term}" has no form in ${language}`,
    ),
  );
}

/** Names and kinds of what is filled in, the cases of each plural, and the words; undefined for what is no ICU message. */
function partsOf(message) {
  const placeholders = new Set();
  const plurals = [];
  const words = [];
  const walk = (elements) => {
    for (const element of elements) {
      if (element.type === TYPE.literal) words.push(element.value);
      else if (element.type !== TYPE.pound) placeholders.add(`${element.value}:${TYPE[element.type]}`);
      if (element.type === TYPE.plural) plurals.push(Object.keys(element.options));
      for (const { value } of Object.values(element.options ?? {})) walk(value);
      if (element.type === TYPE.tag) walk(element.children);
    }
  };
  try {
    walk(parse(message));
  } catch {
    return undefined;
  }
  return { placeholders, plurals, text: words.join(' ') };
}
