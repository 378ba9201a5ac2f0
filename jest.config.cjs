const { mkdirSync } = require('node:fs');
const { join } = require('node:path');
const { paths } = require('./tsconfig.base.json').compilerOptions;

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// jest does not make the folder of its --outputFile.
mkdirSync(join(__dirname, 'tmp', 'results'), { recursive: true });

/** One configuration for every project; `nx test <project>` narrows it with --roots. */
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts'],
  transform: { '\\.[tj]s$': '@swc/jest' },
  transformIgnorePatterns: ['/node_modules/(?!(jose|content-disposition)/)'],
  moduleNameMapper: Object.fromEntries(
    Object.entries(paths).map(([name, [file]]) => [`^${escape(name)}$`, `<rootDir>/${file}`]),
  ),
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  watchman: false,
  testTimeout: 60_000,
};
