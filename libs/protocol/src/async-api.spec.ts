import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from '@asyncapi/parser';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { asyncApi } from './async-api';
import { channelsOf } from './channels';

interface Message {
  readonly name: string;
  readonly payload: { readonly $ref: string };
  readonly examples: readonly { readonly payload: object }[];
}

interface Document {
  readonly channels: Readonly<Record<string, { readonly address: string; readonly messages: object }>>;
  readonly components: {
    readonly messages: Readonly<Record<string, Message>>;
    readonly schemas: Readonly<Record<string, object>>;
  };
}

const golden = join(__dirname, '..', 'golden');
const examples = new Map(
  // In order of version: the last of a kind is the current one.
  readdirSync(golden)
    .toSorted()
    .map(
      (file) =>
        [
          file.replace(/\..*/, ''),
          JSON.parse(readFileSync(join(golden, file), 'utf8')) as Readonly<Record<string, unknown>>,
        ] as const,
    ),
);
const written = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'asyncapi.json'), 'utf8');
const document = JSON.parse(written) as Document;
const problemsOf = async (text: string) =>
  (await new Parser().parse(text)).diagnostics.map(({ message, path }) => `${path.join('/')}: ${message}`);

describe('docs/asyncapi.json', () => {
  test('is what the schemas and channels say; `npm run asyncapi` writes it anew', () => {
    expect(document).toEqual(asyncApi(examples));
  });

  test('is a valid AsyncAPI document, without a remark of the parser', async () => {
    expect(await problemsOf(written)).toEqual([]);
  });

  test.each([
    ['a channel that is not there', '#/channels/requests"', '#/channels/letters"'],
    ['a way to sign in that nobody knows', '"scramSha512"', '"scram"'],
  ])('would not be valid with %s', async (_, right, wrong) => {
    expect(await problemsOf(written.replaceAll(right, wrong))).not.toEqual([]);
  });

  test('speaks of every channel of an exchange, and of every message on one', () => {
    const addresses = Object.values(document.channels).map(({ address }) => address);
    expect(new Set(channelsOf(['JAM']).map((channel) => channel.replace(/\..*/, '')))).toEqual(
      new Set(addresses.map((address) => address.replace(/\..*/, ''))),
    );
    const carried = Object.values(document.channels).flatMap(({ messages }) => Object.keys(messages));
    expect([...new Set(carried)].toSorted()).toEqual([...examples.keys()].toSorted());
  });

  test.each([...examples])('has a schema for %s that its golden message fits', (kind, message) => {
    const { name, payload, examples: shown } = document.components.messages[kind] ?? {};
    const schema = document.components.schemas[payload?.$ref.split('/').at(-1) ?? ''] ?? false;
    const validate = addFormats(new Ajv({ strict: true, allowUnionTypes: true })).compile(schema);
    expect([name, validate(message), validate({ ...message, specversion: '0.3' })]).toEqual([
      message['type'],
      true,
      false,
    ]);
    expect(shown?.map((example) => example.payload)).toEqual([message]);
  });
});
