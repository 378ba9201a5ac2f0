import type { LoggerService } from '@nestjs/common';
import pino from 'pino';
import { type Environment, InvalidSetting, setting } from './settings';

/** One JSON object a line, sentences for somebody at a terminal, or nothing. */
export type JournalFormat = 'json' | 'text' | 'off';

const levels = ['debug', 'info', 'warn', 'error'] as const;
export type Level = (typeof levels)[number];

/** All that a line may say beside its sentence. There is no place for what a request holds, nor for an address with its query. */
export interface Noted {
  readonly correlationId?: string;
  readonly traceId?: string | undefined;
  readonly method?: string;
  readonly route?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  /** Of a refusal. */
  readonly code?: string | undefined;
  /** Of the stream that a command was for. */
  readonly category?: string;
  readonly command?: string;
  readonly loop?: string;
  readonly context?: string;
  /** Where in the code, line by line. */
  readonly stack?: string;
}

/** What a process writes down of its own doings, on stderr. */
export interface Journal {
  /** Whether a line of this level is written at all. */
  heeds(level: Level): boolean;
  note(level: Level, sentence: string, noted?: Noted): void;
}

export interface JournalSettings {
  readonly format: JournalFormat;
  readonly level: Level;
}

/** Reads `VESTIGO_LOG` and `VESTIGO_LOG_LEVEL`. Throws `InvalidSetting`. */
export function journalSettings(env: Environment, usual: JournalFormat): JournalSettings {
  const format = oneOf(['json', 'text', 'off'], 'VESTIGO_LOG', setting(env['VESTIGO_LOG'], usual));
  const usualLevel = format === 'json' ? 'info' : 'warn';
  const level = oneOf(levels, 'VESTIGO_LOG_LEVEL', setting(env['VESTIGO_LOG_LEVEL'], usualLevel));
  return { format, level };
}

export function openJournal(
  service: string,
  { format, level }: JournalSettings,
  out: { write(line: string): unknown } = process.stderr,
): Journal {
  const heeds = (asked: Level) => format !== 'off' && levels.indexOf(asked) >= levels.indexOf(level);
  if (format === 'json') {
    const lines = pino(
      {
        base: { service },
        level,
        messageKey: 'message',
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
      },
      { write: (line) => out.write(line) },
    );
    return { heeds, note: (asked, sentence, noted = {}) => lines[asked](fitting(noted), sentence) };
  }
  return {
    heeds,
    note(asked, sentence, { stack } = {}) {
      if (heeds(asked)) out.write(stack === undefined ? `${sentence}\n` : `${sentence}\n${stack}\n`);
    },
  };
}

/** What Nest has to say goes the same way; how it starts is of no interest. */
export function nestJournal({ note }: Journal): LoggerService {
  const say =
    (level: Level) =>
    (message: unknown, ...rest: readonly unknown[]) => {
      const context = rest.at(-1);
      const [stack] = rest;
      note(level, String(message), {
        ...(typeof context === 'string' && { context }),
        ...(rest.length > 1 && typeof stack === 'string' && { stack }),
      });
    };
  return { log: () => undefined, warn: say('warn'), error: say('error'), fatal: say('error') };
}

/** The id of a conversation comes from outside, and another service may let more pass than this edge does. */
function fitting(noted: Noted): Noted {
  const { correlationId, ...others } = noted;
  return correlationId === undefined || /^[\w.-]{1,64}$/.test(correlationId) ? noted : others;
}

function oneOf<Choice extends string>(choices: readonly Choice[], name: string, value: string): Choice {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new InvalidSetting(`${name} is ${JSON.stringify(value)}; it must be one of ${choices.join(', ')}.`);
}
