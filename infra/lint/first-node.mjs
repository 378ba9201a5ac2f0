import node from 'eslint-plugin-n';

/** What `npm start` and `npm test` run on the Node of the machine, before the packages and their Node are there. */
export const firstScripts = ['run', 'child', 'install', 'runtime', 'workspace'].map(
  (name) => `infra/${name}.mjs`,
);

const version = '>=20.11';

export const firstNode = [
  {
    files: firstScripts,
    plugins: { n: node },
    rules: {
      'n/no-unsupported-features/node-builtins': ['error', { version }],
      'n/no-unsupported-features/es-syntax': ['error', { version }],
    },
  },
];
