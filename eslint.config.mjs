import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { boundaries } from './infra/lint/boundaries.mjs';
import { firstNode } from './infra/lint/first-node.mjs';
import { imports } from './infra/lint/imports.mjs';
import { page } from './infra/lint/page.mjs';
import { purity } from './infra/lint/purity.mjs';

/** Code that runs only in tests: it may assert a type where the compiler cannot follow. */
export const testFiles = [
  '**/*.spec.ts',
  '**/*-spec.ts',
  '**/testing.ts',
  '**/testing/**/*.ts',
  'test/**/*.ts',
];

/** Where values of unknown shape enter: rows, bytes and requests. Elsewhere `as` hides a missing check. */
const borders = ['libs/adapters/**/*.ts', 'libs/protocol/**/*.ts', 'libs/http/**/*.ts'];

const assertions = '@typescript-eslint/consistent-type-assertions';

export default defineConfig(
  { ignores: ['**/node_modules/', '**/dist/', '**/coverage/', 'tmp/', '.nx/', 'data/', 'data-*/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { allowDefaultCaseForExhaustiveSwitch: true, considerDefaultExhaustiveForUnions: false },
      ],
      // Leaves files with decorators alone: there Nest needs the imported class as a value.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A response class describes the JSON for OpenAPI; what is sent is a plain object of that shape.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // A port lets its caller name the type of a row or event that comes from outside.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Deciders and projections are objects of pure functions that are handed on by name.
      '@typescript-eslint/unbound-method': 'off',
      [assertions]: ['error', { assertionStyle: 'never' }],
    },
  },
  { files: [...borders, ...testFiles], rules: { [assertions]: ['error', { assertionStyle: 'as' }] } },
  {
    // `evolve` refuses events that its types exclude: the history may be newer than the code.
    files: ['libs/*/domain/**/*.ts'],
    rules: { '@typescript-eslint/no-unnecessary-condition': 'off' },
  },
  { files: ['**/*.mjs', '**/*.cjs'], extends: [tseslint.configs.recommended] },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['**/*.{ts,tsx}'], plugins: { '@nx': nx } },
  ...boundaries,
  ...imports,
  ...purity,
  ...page,
  ...firstNode,
  prettier,
);
