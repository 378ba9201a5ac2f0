import { aliasesOfType, ofType } from './projects.mjs';

/** Kernel and domain: same input, same output, on every machine and at any hour. */
const filesOf = (type) => ofType(type).map(({ folder }) => `${folder}/**/*.ts`);
const tests = ['**/*.spec.ts', '**/testing.ts', '**/testing/**/*.ts'];

const pure = ['kernel', 'domain']
  .flatMap(aliasesOfType)
  .filter((name) => !name.endsWith('/testing'))
  .join('|');

const onlyFrom = (regex, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ regex: `^(?!${regex})|node_modules`, message }] }],
});

const clock = ['performance', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];
const network = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest', 'BroadcastChannel', 'MessageChannel'];
const machine = ['process', 'console', 'crypto', 'navigator', 'localStorage', 'sessionStorage', 'Buffer'];
const backDoors = [
  'globalThis',
  'global',
  'self',
  'window',
  'eval',
  'Function',
  'WeakRef',
  'FinalizationRegistry',
];
const commonJs = ['require', 'module', 'exports', '__dirname', '__filename'];

const dateParts = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];
const localTime = [
  ...dateParts.flatMap((part) => [`get${part}`, `set${part}`]),
  ...['getDay', 'getYear', 'setYear', 'getTimezoneOffset', 'toDateString', 'toTimeString'],
];

const zoned = ":not(:has(Property[key.name='timeZone']))";

const dateAsValue = [
  ":not(NewExpression, CallExpression, MemberExpression, BinaryExpression, Property, TSTypeReference, TSTypeQuery) > Identifier[name='Date']",
  ":matches(NewExpression, CallExpression) > Identifier.arguments[name='Date']",
  "Property > Identifier.value[name='Date']",
].join(', ');

const syntax = {
  ImportExpression: 'A pure module is imported where everybody sees it: at the top.',
  'TSImportEqualsDeclaration, TSImportType, MetaProperty': 'Import by `import … from` only.',
  'VariableDeclaration[declare=true], FunctionDeclaration[declare=true], TSDeclareFunction[declare=true], TSModuleDeclaration':
    'What is declared and not imported comes from the machine.',
  "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']":
    'The clock belongs to the edge: take the instant as an argument.',
  "NewExpression[callee.name='Date'][arguments.length>1], NewExpression[callee.name='Date'] > SpreadElement":
    'Reads its arguments in local time: use Date.UTC.',
  [String.raw`:matches(NewExpression[callee.name='Date'], CallExpression[callee.property.name='parse']) > Literal[value=/T[\d:.]+$/]`]:
    'A date-time without offset is read in local time: add Z.',
  [dateAsValue]: 'Date under another name escapes the rules on the clock.',
  'MemberExpression[computed=true][object.name=/^(Date|Math)$/]':
    'A computed member escapes the rules on clock and randomness.',
  [`CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]${zoned}`]:
    'Depends on the zone of the machine: give a timeZone.',
  [`:matches(NewExpression, CallExpression)[callee.property.name='DateTimeFormat']${zoned}`]:
    'Depends on the zone of the machine: give a timeZone.',
  'CallExpression[callee.property.name=/^format(ToParts)?$/][arguments.length=0]':
    'Formats the present moment: take the instant as an argument.',
  'CallExpression[callee.property.name="localeCompare"][arguments.length<2]':
    'Depends on the language of the machine: give a locale.',
};

const rules = {
  'no-restricted-globals': [
    'error',
    ...[...clock, ...network, ...machine, ...backDoors, ...commonJs].map((name) => ({
      name,
      message: 'Kernel and domain know no clock, network or machine.',
    })),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'now', message: 'Take the instant as an argument.' },
    { object: 'Math', property: 'random', message: 'Take ids and chance as arguments.' },
    { object: 'AbortSignal', property: 'timeout', message: 'A timeout is a clock.' },
    { property: 'constructor', message: 'A constructor found by name leads to eval.' },
    ...localTime.map((property) => ({ property, message: 'Local time: use the UTC method.' })),
  ],
  'no-restricted-syntax': [
    'error',
    ...Object.entries(syntax).map(([selector, message]) => ({ selector, message })),
  ],
};

export const purity = [
  {
    files: filesOf('kernel'),
    ignores: tests,
    linterOptions: { noInlineConfig: true },
    rules: { ...rules, ...onlyFrom(String.raw`\.{1,2}/`, 'The kernel imports only itself.') },
  },
  {
    files: filesOf('domain'),
    ignores: tests,
    linterOptions: { noInlineConfig: true },
    rules: {
      ...rules,
      ...onlyFrom(
        String.raw`\.{1,2}/|(${pure})$`,
        'A domain imports only itself, other domains and the kernel: no npm package, no Node.',
      ),
    },
  },
];
