import type codes from './codes/en.json';
import type matters from './matters/en.json';
import type overview from './overview/en.json';
import type requesting from './requesting/en.json';
import type responding from './responding/en.json';
import type shell from './shell/en.json';
import type signIn from './sign-in/en.json';
import type trace from './trace/en.json';

/** The English message files: they say which messages there are. A new area of the page adds its own here. */
interface Areas {
  readonly codes: typeof codes;
  readonly matters: typeof matters;
  readonly overview: typeof overview;
  readonly requesting: typeof requesting;
  readonly responding: typeof responding;
  readonly shell: typeof shell;
  readonly 'sign-in': typeof signIn;
  readonly trace: typeof trace;
}

export type Area = keyof Areas;
export type CodeId = keyof Areas['codes'];
export type MessageId = { [A in Area]: keyof Areas[A] }[Area];
