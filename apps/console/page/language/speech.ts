import { watched } from '../data/watched';
import type { Area } from '../messages/areas';
import { type Language, languageFor } from './languages';
import { loadMessages, loadStateNames, type Messages } from './load-messages';

/** What the page says now, and in which language. */
export interface Speech {
  readonly language: Language;
  readonly messages: Messages;
  /** By ISO 3166-1 alpha-3. */
  readonly stateNames: Messages;
}

const key = 'vestigo.language';
const remembered = () => languageFor([localStorage.getItem(key) ?? '', ...navigator.languages]);

/** What every screen needs. */
const everywhere: readonly Area[] = ['shell', 'codes'];

function openSpeech() {
  const speech = watched<Speech>({ language: remembered(), messages: {}, stateNames: {} });
  const areas = new Set<Area>(everywhere);
  const messagesIn = async (language: Language, wanted: Iterable<Area>): Promise<Messages> => {
    const loaded = await Promise.all([...wanted].map((area) => loadMessages(area, language)));
    return Object.assign({}, ...loaded);
  };
  /** Loads the language whole and then speaks it: the page is never half in one and half in another. */
  const speak = async (language: Language): Promise<void> => {
    const [messages, stateNames] = await Promise.all([messagesIn(language, areas), loadStateNames(language)]);
    localStorage.setItem(key, language);
    speech.set({ language, messages, stateNames });
  };
  /** To be awaited by the loader of a route: the messages of its areas are there before it is shown. */
  const need = async (...named: readonly Area[]): Promise<void> => {
    const wanted = named.filter((area) => !areas.has(area));
    if (wanted.length === 0) return;
    const { language } = speech.get();
    const messages = await messagesIn(language, wanted);
    for (const area of wanted) areas.add(area);
    const now = speech.get();
    if (now.language === language) speech.set({ ...now, messages: { ...now.messages, ...messages } });
    else await speak(now.language);
  };
  return { speech, speak, need };
}

export const { speech, speak, need } = openSpeech();
