import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../e2e/service-process';

const folder = join(root, 'apps', 'console', 'page', 'messages');

/** What the page says in a language, by id; for messages in which nothing is filled in. */
export function wordsOf(language: 'ar' | 'en'): (id: string) => string {
  return (id) => {
    const [area = ''] = id.split('.');
    const said = JSON.parse(readFileSync(join(folder, area, `${language}.json`), 'utf8')) as Readonly<
      Record<string, string>
    >;
    const words = said[id];
    if (words === undefined || words.includes('{')) throw new Error(`${id} is no plain text`);
    return words;
  };
}
