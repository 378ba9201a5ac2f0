import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { root, tool } from '../../infra/workspace.mjs';

// The boundary rule reads the project graph from the cache and says nothing at all without one.
execFileSync(process.execPath, [tool('nx'), 'graph', '--file=tmp/project-graph.json'], {
  cwd: root,
  stdio: 'pipe',
});

const eslint = new ESLint({ cwd: root, overrideConfigFile: join(root, 'eslint.config.mjs') });

/** The names of the rules that turn the text down when it stands in that file. */
export async function rulesAgainst(file, text) {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: join(root, file) });
  const fatal = result.messages.find((message) => message.fatal);
  assert.equal(fatal, undefined, `${file} cannot be linted: ${fatal?.message}`);
  return [...new Set(result.messages.map(({ ruleId, message }) => ruleId ?? message))];
}

/**
 * A file that is really there, whose text the probe replaces in memory: rules that need types know only files of the
 * program.
 */
export function fileIn(
  pattern,
  exclude = ['**/*.spec.ts', '**/*-spec.ts', '**/testing/**', '**/testing.ts'],
) {
  const [file] = globSync(pattern, { cwd: root, exclude }).sort();
  assert.ok(file, `no file matches ${pattern}`);
  return file.replaceAll('\\', '/');
}

/** What a probe replaces stays replaced for later probes: of the kernel, a part that they do not import. */
export const kernelFile = fileIn('libs/kernel/src/transport.ts');

export const specIn = (pattern) => fileIn(pattern, []);

export async function forbids(rule, file, text) {
  const rules = await rulesAgainst(file, text);
  assert.ok(
    rules.includes(rule),
    `${rule} says nothing against this in ${file}:\n${text}\n(heard: ${rules})`,
  );
}

export async function allows(file, text) {
  assert.deepEqual(await rulesAgainst(file, text), [], `this should stand in ${file}:\n${text}`);
}
