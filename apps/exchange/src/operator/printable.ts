/** The lines as one text; characters are spelled out that would end a line, turn it around or be obeyed by a terminal. */
export const printable = (lines: readonly string[]): string => lines.map(spelledOut).join('\n');

const spelledOut = (line: string) =>
  line.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => character.split('').map(escaped).join(''));

const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
