import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, test } from 'node:test';
import ts from 'typescript';
import { aliases, ofType, projects } from '../../infra/lint/projects.mjs';
import { root } from '../../infra/workspace.mjs';

const exclude = ['**/node_modules/**', '**/dist/**'];
const inside = '{apps,libs,infra,test}/**';
const sources = globSync(`${inside}/*.{ts,tsx,mts,cts,js,mjs,cjs}`, { cwd: root, exclude });

const types = ['app', 'feature', 'domain', 'protocol', 'edge', 'adapter', 'kernel', 'service', 'test'];
const emptyNames = /(^|\/)(common|shared|utils?|core|base|interfaces?|helpers?)(\/|$)/;

describe('projects', () => {
  assert.ok(projects.length > 10, 'the projects are found');
  for (const { name, type, scope } of projects) {
    test(`${name} has one type and one scope`, () => {
      assert.equal(type.length, 1, `types: ${type}`);
      assert.equal(scope.length, 1, `scopes: ${scope}`);
      assert.ok(types.includes(type[0]), `unknown type ${type}`);
    });
  }
  test('every source belongs to a project', () => {
    const homeless = sources.filter(
      (file) => !file.startsWith('infra/') && !projects.some(({ folder }) => file.startsWith(`${folder}/`)),
    );
    assert.deepEqual(homeless, []);
  });
});

describe('import names', () => {
  test('mean the same to the type checker and the compiler', () => {
    const { jsc } = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
    assert.deepEqual(
      Object.entries(jsc.paths).map(([name, [file]]) => ({ name, file })),
      aliases,
    );
  });
  for (const { name, file } of aliases) {
    test(`${name} is there`, () => assert.ok(existsSync(join(root, file)), `${file} is missing`));
  }
  test('name every library', () => {
    const unnamed = projects.filter(
      ({ folder }) =>
        folder.startsWith('libs/') && !aliases.some(({ file }) => file === `${folder}/src/index.ts`),
    );
    assert.deepEqual(unnamed, []);
  });
});

describe('a domain imports itself, domains and the kernel', () => {
  const names = aliases
    .filter(({ file }) =>
      [...ofType('domain'), ...ofType('kernel')].some((one) => file.startsWith(`${one.folder}/`)),
    )
    .map(({ name }) => name)
    .filter((name) => !name.endsWith('/testing'));
  const staysIn = (folder, file, specifier) =>
    specifier.startsWith('.')
      ? !relative(folder, join(dirname(file), specifier)).startsWith('..')
      : names.includes(specifier);

  for (const { name, folder } of ofType('domain')) {
    test(name, () => {
      const outside = globSync(`${folder}/**/*.ts`, {
        cwd: root,
        exclude: ['**/*.spec.ts', '**/testing/**'],
      }).flatMap((file) =>
        ts
          .preProcessFile(readFileSync(join(root, file), 'utf8'), true, true)
          .importedFiles.map(({ fileName }) => fileName)
          .filter((specifier) => !staysIn(folder, file, specifier))
          .map((specifier) => `${file} imports ${specifier}`),
      );
      assert.deepEqual(outside, []);
    });
  }
});

test('no folder has a name that says nothing of what is inside', () => {
  const folders = new Set(globSync(`${inside}/*`, { cwd: root, exclude }).map((file) => dirname(file)));
  assert.deepEqual(
    [...folders].filter((folder) => emptyNames.test(folder)),
    [],
  );
});

test('no file is longer than 300 lines', () => {
  const lines = (file) => readFileSync(join(root, file), 'utf8').trimEnd().split('\n').length;
  const long = sources
    .map((file) => `${file}: ${lines(file)}`)
    .filter((line) => Number(line.split(': ')[1]) > 300);
  assert.deepEqual(long, []);
});
