import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { root } from '../../infra/workspace.mjs';

const read = (file) => readFileSync(join(root, file), 'utf8');
const compose = parse(read('infra/compose.yaml'), { merge: true });
const dockerfile = read('infra/Dockerfile');
const lines = (name) => dockerfile.split('\n').filter((line) => line.startsWith(`${name} `));

/** What `extends` says, said out: maps are joined, lists are added, the rest is replaced. */
function joined(of, more) {
  if (Array.isArray(of) && Array.isArray(more)) return [...of, ...more];
  if (typeof of !== 'object' || typeof more !== 'object') return more;
  const names = Object.keys({ ...of, ...more });
  return Object.fromEntries(
    names.map((name) => [
      name,
      name in of && name in more ? joined(of[name], more[name]) : (more[name] ?? of[name]),
    ]),
  );
}

const services = Object.fromEntries(
  Object.entries(compose.services).map(([name, { extends: base, ...service }]) => [
    name,
    base ? joined(compose.services[base.service], service) : service,
  ]),
);
const ours = Object.entries(services).filter(([, { image }]) => image.startsWith('vestigo:'));
const onceOnly = ({ restart }) => restart === 'no';

/** Root for a moment, without a network, to give files to other users. */
const runsAsRoot = ['certificates'];

function faultsOf(name, service) {
  const {
    image,
    read_only,
    user,
    cap_drop,
    security_opt,
    restart,
    healthcheck,
    deploy,
    ports = [],
  } = service;
  const isRoot = user === undefined || /^(0|root)(:|$)/.test(user);
  const limits = deploy?.resources?.limits ?? {};
  return Object.entries({
    'its image has no version': !/:\d+\.\d+\.\d+(-[\w.-]+)?$/.test(image ?? ''),
    'it may write to its image': read_only !== true,
    'it runs as root': isRoot && !(runsAsRoot.includes(name) && service.network_mode === 'none'),
    'it keeps privileges': String(cap_drop) !== 'ALL' || String(security_opt) !== 'no-new-privileges:true',
    'it is privileged': service.privileged === true,
    'nobody asks for its health': !healthcheck && !onceOnly(service),
    'nothing is said of starting it again': restart === undefined,
    'it has no limits': !onceOnly(service) && !(limits.cpus && limits.memory && limits.pids),
    'a port is open to others': ports.some((port) => !/^127\.0\.0\.1:[\d-]+:\d+$/.test(port)),
  })
    .filter(([, is]) => is)
    .map(([fault]) => `${name}: ${fault}`);
}

describe('a service of infra/compose.yaml', () => {
  for (const [name, service] of Object.entries(services)) {
    test(`${name} is closed up`, () => assert.deepEqual(faultsOf(name, service), []));
  }
  const kafka = services.kafka;
  for (const [fault, damaged] of [
    ['its image has no version', { ...kafka, image: 'docker.io/apache/kafka:latest' }],
    ['its image has no version', { ...kafka, image: 'docker.io/apache/kafka' }],
    ['it may write to its image', { ...kafka, read_only: false }],
    ['it runs as root', { ...kafka, user: undefined }],
    ['it runs as root', { ...kafka, user: '0:0', network_mode: 'none' }],
    ['it keeps privileges', { ...kafka, cap_drop: undefined }],
    ['it is privileged', { ...kafka, privileged: true }],
    ['nobody asks for its health', { ...kafka, healthcheck: undefined }],
    ['nothing is said of starting it again', { ...kafka, restart: undefined }],
    ['it has no limits', { ...kafka, deploy: undefined }],
    ['a port is open to others', { ...kafka, ports: ['9092:9092'] }],
    ['a port is open to others', { ...kafka, ports: ['0.0.0.0:9092:9092'] }],
  ]) {
    test(`would be refused: ${fault}`, () =>
      assert.deepEqual(faultsOf('kafka', damaged), [`kafka: ${fault}`]));
  }
});

describe('versions of images', () => {
  const nodeImage = compose['x-image'].build.args.NODE_IMAGE;

  test('stand in infra/compose.yaml and nowhere else', () => {
    const image = /(?:kurrentdb|eventstore|apache\/kafka|es-gencert-cli|\bnode|\bvestigo):\d[\w.-]*/g;
    const files = globSync(['{apps,libs,infra,test,docs,.ci}/**/*', '*.*', '.*ignore'], {
      cwd: root,
      exclude: ['**/node_modules/**', '**/dist/**', 'package-lock.json'],
      withFileTypes: true,
    })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const found = files
      .filter((file) => !file.endsWith(join('infra', 'compose.yaml')))
      .flatMap((file) => (readFileSync(file, 'utf8').match(image) ?? []).map((text) => `${file}: ${text}`));
    assert.ok(files.length > 300, 'the files are found');
    assert.deepEqual(found, []);
  });

  test('are not written in the Dockerfile', () => {
    assert.deepEqual(lines('ARG'), ['ARG NODE_IMAGE']);
    assert.ok(lines('FROM').length > 1);
    for (const line of lines('FROM')) assert.match(line, /^FROM \$\{NODE_IMAGE\}/);
  });

  test('are those that the tests run with', () => {
    const { version, devDependencies } = JSON.parse(read('package.json'));
    const [, kafka] = /<kafka\.version>(.+?)<\/kafka\.version>/.exec(read('infra/kafka/pom.xml'));
    assert.match(nodeImage, new RegExp(`:${devDependencies.node.replaceAll('.', '\\.')}-`));
    assert.ok(services.kafka.image.endsWith(`:${kafka}`));
    for (const [, { image }] of ours) assert.equal(image, `vestigo:${version}`);
  });
});

describe('the image of the services', () => {
  test('is built from what the builder is given', () => {
    const given = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    const wanted = lines('COPY')
      .filter((line) => !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));
    assert.deepEqual([...new Set(wanted)].sort(), given.map((line) => line.slice(1)).sort());
  });

  test('is told only what the code reads', () => {
    const code = globSync(['apps/**/*.ts', 'libs/**/*.ts'], { cwd: root, exclude: ['**/*.spec.ts'] })
      .map((file) => read(file))
      .join('\n');
    const told = [
      ...ours.flatMap(([, { environment = {} }]) => Object.keys(environment)),
      ...lines('ENV').flatMap((line) =>
        line
          .split(' ')
          .slice(1)
          .map((pair) => pair.split('=')[0]),
      ),
    ].filter((name) => name !== 'NODE_ENV');
    assert.ok(told.length > 10);
    const unread = told.filter((name) => !code.includes(`'${name.replace(/_FILE$/, '')}'`));
    assert.deepEqual([...new Set(unread)], []);
  });

  test('has what each service starts', () => {
    for (const [name, { command }] of ours.filter(([, service]) => !onceOnly(service))) {
      const [, source] = /^dist\/(apps\/\w+\/src\/main)\.js$/.exec(command[0]);
      assert.ok(read(`${source}.ts`).length > 0, name);
    }
  });
});

describe('what a service reaches', () => {
  const networks = (name) => services[name].networks ?? [];
  const neighbours = (name) =>
    Object.keys(services).filter(
      (other) => other !== name && networks(other).some((network) => networks(name).includes(network)),
    );

  for (const [state, name] of ['jam', 'usa'].flatMap((one) => [
    [one, `${one}-requesting`],
    [one, `${one}-responding`],
  ])) {
    test(`${name}: the broker and its own State`, () => {
      const foreign = neighbours(name).filter((other) => other !== 'kafka' && !other.startsWith(`${state}-`));
      assert.deepEqual(foreign, []);
      assert.ok(neighbours(name).includes('kafka'));
    });
    test(`${name}: no folder but its own and the public key`, () => {
      assert.deepEqual(services[name].volumes, [`${name}:/var/lib/vestigo`, 'keys:/run/keys:ro']);
    });
  }

  test('the store of the hosted desks: from a network that leads nowhere else', () => {
    assert.equal(compose.networks['hosted-store'].internal, true);
    const stores = Object.keys(services).filter((name) => name.startsWith('kurrentdb'));
    assert.equal(stores.length, 3);
    for (const store of stores) assert.deepEqual(networks(store), ['hosted-store']);
    const [, made] = /^nodes='(.+)'$/m.exec(read('infra/certificates.sh'));
    assert.deepEqual(made.split(' '), stores);
  });

  test('the key that signs tokens: from no service that answers', () => {
    const holders = Object.entries(services).filter(([, { volumes = [] }]) =>
      volumes.some((volume) => volume.startsWith('issuer:')),
    );
    assert.deepEqual(
      holders.map(([name, { network_mode }]) => [name, network_mode]),
      [['issuer', 'none']],
    );
  });

  test('each State: one desk', () => {
    const desks = ours
      .filter(([name]) => name.endsWith('-requesting'))
      .flatMap(([, { environment }]) => environment.VESTIGO_STATES.split(','));
    assert.equal(new Set(desks).size, desks.length);
  });
});
