import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../workspace.mjs';

const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** Every project: its folder, and the values of its tags by their name (`type`, `scope`). */
export const projects = globSync('{apps,libs}/**/project.json', { cwd: root })
  .concat(globSync('test/project.json', { cwd: root }))
  .sort()
  .map((file) => {
    const { name, tags = [] } = read(file);
    const valuesOf = (tag) =>
      tags.filter((one) => one.startsWith(`${tag}:`)).map((one) => one.slice(tag.length + 1));
    return {
      name,
      folder: dirname(file).replaceAll('\\', '/'),
      type: valuesOf('type'),
      scope: valuesOf('scope'),
    };
  });

/** Every import name of the workspace and the file it stands for. */
export const aliases = Object.entries(read('tsconfig.base.json').compilerOptions.paths).map(
  ([name, [file]]) => ({
    name,
    file,
  }),
);

export const ofType = (type) => projects.filter((project) => project.type.includes(type));

/** The import names of all projects of a type. */
export const aliasesOfType = (type) =>
  aliases
    .filter(({ file }) => ofType(type).some(({ folder }) => file.startsWith(`${folder}/`)))
    .map(({ name }) => name);
