import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface PageFile {
  readonly mediaType: string;
  readonly etag: string;
  /** Its name holds a digest of what it says: it never changes. */
  readonly immutable: boolean;
  /** By content coding; `identity` is always there. */
  readonly bytes: Readonly<Partial<Record<Coding, Buffer>>> & { readonly identity: Buffer };
}

export type Coding = 'identity' | 'gzip' | 'br';

/** The built page, by the address of each file: read once, so that no address reaches past it. */
export interface PageFiles {
  readonly index: string;
  readonly byAddress: ReadonlyMap<string, PageFile>;
}

/** Where the build puts the page. */
export const pageFolder = join(__dirname, '..', '..', '..', 'console');

/** Undefined where the page has not been built. */
export function pageFilesIn(folder: string): PageFiles | undefined {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return undefined;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((name) => mediaTypes[extname(name)] !== undefined && name !== 'index.html');
  return {
    index: readFileSync(index, 'utf8'),
    byAddress: new Map(names.map((name) => [`/${name.split(sep).join('/')}`, fileAt(folder, name)])),
  };
}

function fileAt(folder: string, name: string): PageFile {
  const path = join(folder, name);
  const identity = readFileSync(path);
  const coded = codings.flatMap(({ coding, suffix }) =>
    existsSync(path + suffix) ? [[coding, readFileSync(path + suffix)] as const] : [],
  );
  return {
    mediaType: mediaTypes[extname(name)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
    immutable: name.startsWith(`assets${sep}`),
    bytes: { identity, ...Object.fromEntries(coded) },
  };
}

const codings = [
  { coding: 'br', suffix: '.br' },
  { coding: 'gzip', suffix: '.gz' },
] as const;

/** What a page is made of; compressed forms and notes of the build are not files of it. */
const mediaTypes: Readonly<Partial<Record<string, string>>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
