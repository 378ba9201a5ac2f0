import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';

const files = ['apps/console/page/**/*.{ts,tsx}'];

/** The page: what React asks of components, and what people ask who cannot see or point. */
export const page = [
  { ...jsxA11y.flatConfigs.strict, files },
  { ...reactHooks.configs.flat['recommended-latest'], files },
  {
    files,
    rules: {
      // The JSON that others send is read through types of the API; its reader says what it must be.
      '@typescript-eslint/no-unsafe-return': 'off',
      // A promise that a handler starts is followed where its outcome is shown.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
];
