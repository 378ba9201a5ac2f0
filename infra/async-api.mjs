// Writes docs/asyncapi.json anew from what libs/protocol says.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import prettier from 'prettier';
import { root } from './workspace.mjs';

const { asyncApi } = createRequire(import.meta.url)(join(root, 'dist/libs/protocol/src/index.js'));
const golden = join(root, 'libs', 'protocol', 'golden');
const file = join(root, 'docs', 'asyncapi.json');

// In order of version: the last of a kind is the current one.
const examples = new Map(
  readdirSync(golden)
    .toSorted()
    .map((name) => [name.split('.')[0], JSON.parse(readFileSync(join(golden, name), 'utf8'))]),
);
const text = JSON.stringify(asyncApi(examples), null, 2);
const style = await prettier.resolveConfig(file);
writeFileSync(file, await prettier.format(text, { ...style, filepath: file }));
console.log(`${file} is written.`);
