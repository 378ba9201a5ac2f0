import type { Issuer, Role } from '@vestigo/identity';
import { Lines } from './compare-views';
import type { Finding } from './finding';

/** Two addresses that are asked the same. */
export interface Asked {
  readonly source: string;
  readonly target: string;
  /** Whose tokens both take. */
  readonly issuer: Issuer;
  /** The instant that both take for now. */
  readonly now: number;
}

const aPage = 200;
/** Details read of each State's matters of one status. */
const detailsOfAKind = 3;

/**
 * Asks both for everything that is listed, and for details of some of each State and status as an officer of that State, who
 * sees content.
 */
export async function compareAnswers(asked: Asked): Promise<Finding> {
  const comparison = new Comparison(asked);
  const asOf = new Date(asked.now).toISOString();
  await comparison.list(`/v1/oversight/pairs?asOf=${asOf}&limit=${String(aPage)}`);
  await comparison.list(`/v1/oversight/deadlines?limit=${String(aPage)}`);
  await comparison.list(`/v1/participants?limit=${String(aPage)}`);
  for (const { path, desk } of dockets) {
    const kinds = new Map<string, number>();
    for (const matter of await comparison.list(`${path}?limit=${String(aPage)}`)) {
      const kind = `${matter[desk]} ${matter.status}`;
      const read = kinds.get(kind) ?? 0;
      kinds.set(kind, read + 1);
      if (read < detailsOfAKind) await comparison.one(`${path}/${matter.id}`, matter[desk]);
    }
  }
  return comparison.finding();
}

const dockets = [
  { path: '/v1/requests', desk: 'requestingState' },
  { path: '/v1/cases', desk: 'respondingState' },
] as const;

interface Matter {
  readonly id: string;
  readonly status: string;
  readonly requestingState: string;
  readonly respondingState: string;
}

interface Page {
  readonly items?: readonly Matter[];
  readonly next?: string | null;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

class Comparison {
  readonly #source = new Lines();
  readonly #target = new Lines();
  readonly #tokens = new Map<string, Promise<string>>();
  #first: string | undefined;

  constructor(private readonly asked: Asked) {}

  /** All pages of a list. Where the next page begins is said by each in its own words. */
  async list(path: string): Promise<readonly Matter[]> {
    const matters: Matter[] = [];
    for (let cursors: readonly [string, string] = ['', '']; ;) {
      const answers = await this.#ask([`${path}${cursors[0]}`, `${path}${cursors[1]}`], null);
      const [page, other] = answers.map(pageIn);
      const lines = [page, other].map((read) => JSON.stringify({ ...read, next: Boolean(read?.next) }));
      this.#compare(path, answers, lines);
      for (const matter of page?.items ?? []) matters.push(matter);
      if (!page?.next || !other?.next) return matters;
      cursors = [`&cursor=${page.next}`, `&cursor=${other.next}`];
    }
  }

  /** As an officer of a State reads it. */
  async one(path: string, state: string): Promise<void> {
    const answers = await this.#ask([path, path], state);
    this.#compare(
      path,
      answers,
      answers.map(({ text }) => text),
    );
  }

  finding(): Finding {
    const [source, target] = [this.#source.text('answers'), this.#target.text('answers')];
    return { what: 'API answers', source, target, first: this.#first };
  }

  #compare(path: string, answers: readonly Answer[], texts: readonly (string | undefined)[]): void {
    const [line, other] = texts.map(
      (text, index) => `${path} ${String(answers[index]?.status)} ${text ?? ''}`,
    );
    this.#source.add(line ?? '');
    this.#target.add(other ?? '');
    const served = answers.every(({ status }) => status === 200);
    if (line !== other || !served) this.#first ??= path;
  }

  async #ask(paths: readonly [string, string], state: string | null): Promise<readonly [Answer, Answer]> {
    const headers = { authorization: `Bearer ${await this.#token(state)}` };
    const read = async (address: string, path: string): Promise<Answer> => {
      const response = await fetch(`${address}${path}`, { headers });
      return { status: response.status, text: await response.text() };
    };
    const { source, target } = this.asked;
    return [await read(source, paths[0]), await read(target, paths[1])];
  }

  #token(state: string | null): Promise<string> {
    const role: Role = state === null ? 'coordinator' : 'officer';
    const subject = `${role}@${state ?? ''}`;
    const token = this.#tokens.get(subject) ?? this.asked.issuer.issue({ subject, state, role });
    this.#tokens.set(subject, token);
    return token;
  }
}

function pageIn({ status, text }: Answer): Page {
  const value: unknown = status === 200 ? JSON.parse(text) : undefined;
  return isPage(value) ? value : {};
}

const isPage = (value: unknown): value is Page => typeof value === 'object' && value !== null;
