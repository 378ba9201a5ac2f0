import type { Area } from '../messages/areas';
import type { Language } from './languages';

export type Messages = Readonly<Record<string, string>>;

const files = import.meta.glob<Messages>('../messages/*/*.json', { import: 'default' });

/** The messages of one area in one language: a file of its own, fetched when a screen of the area is first shown. */
export async function loadMessages(area: Area, language: Language): Promise<Messages> {
  const load = files[`../messages/${area}/${language}.json`];
  if (!load) throw new Error(`There are no messages ${area} in ${language}.`);
  return load();
}

/** Fetches the messages of every area, so that they are on the device when a screen is first shown without a link. */
export async function fetchAllMessages(language: Language): Promise<void> {
  const all = Object.entries(files).filter(([path]) => path.endsWith(`/${language}.json`));
  await Promise.all(all.map(([, load]) => load()));
}

/** Alpha-3 codes with the State's name in one language. */
export async function loadStateNames(language: Language): Promise<Messages> {
  const [{ default: codes }, { default: locale }] = await Promise.all([
    import('i18n-iso-countries/codes.json'),
    namesOf[language](),
  ]);
  const names = new Map<string, unknown>(Object.entries(locale.countries));
  return Object.fromEntries(
    codes.map(([alpha2 = '', alpha3 = '']) => {
      const name = names.get(alpha2);
      const first: unknown = Array.isArray(name) ? name[0] : name;
      return [alpha3, typeof first === 'string' ? first : alpha3];
    }),
  );
}

const namesOf = {
  ar: () => import('i18n-iso-countries/langs/ar.json'),
  en: () => import('i18n-iso-countries/langs/en.json'),
  es: () => import('i18n-iso-countries/langs/es.json'),
  fr: () => import('i18n-iso-countries/langs/fr.json'),
  ru: () => import('i18n-iso-countries/langs/ru.json'),
  zh: () => import('i18n-iso-countries/langs/zh.json'),
} as const satisfies Record<Language, unknown>;
