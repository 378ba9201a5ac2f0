import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Advice } from '../workspace.mjs';
import { javaProgram } from './java.mjs';

const mechanism = 'SCRAM-SHA-512';
const storePassword = 'only-on-this-machine';

/** May do everything: makes topics and says who may read them. */
export const operator = { username: 'operator', password: 'operator-secret' };

/**
 * TLS with a certificate of its own, SCRAM passwords and access lists that allow nothing unless told. Nodes speak
 * among themselves in the clear, as ANONYMOUS, on loopback: good for tests of who may read what, and for nothing else.
 */
export function security(folder, users) {
  const store = join(folder, 'broker.p12');
  const ca = join(folder, 'broker.pem');
  if (!existsSync(ca)) makeCertificate(store, ca);
  return {
    ca,
    mechanism,
    formatting: [operator, ...users].flatMap(({ username, password }) => [
      '--add-scram',
      `${mechanism}=[name=${username},password=${password}]`,
    ]),
    properties: {
      'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
      'super.users': `User:ANONYMOUS;User:${operator.username}`,
      'allow.everyone.if.no.acl.found': false,
      'sasl.enabled.mechanisms': mechanism,
      [`listener.name.client.${mechanism.toLowerCase()}.sasl.jaas.config`]:
        'org.apache.kafka.common.security.scram.ScramLoginModule required;',
      'listener.name.client.ssl.keystore.location': store,
      'listener.name.client.ssl.keystore.password': storePassword,
      'listener.name.client.ssl.keystore.type': 'PKCS12',
    },
  };
}

function makeCertificate(store, ca) {
  const access = [
    '-keystore',
    store,
    '-storetype',
    'PKCS12',
    '-storepass',
    storePassword,
    '-alias',
    'broker',
  ];
  keytool(
    '-genkeypair',
    ...access,
    '-keyalg',
    'EC',
    '-dname',
    'CN=127.0.0.1',
    '-ext',
    'san=ip:127.0.0.1',
    '-validity',
    '30',
  );
  writeFileSync(ca, keytool('-exportcert', '-rfc', ...access));
}

function keytool(...args) {
  const { status, stdout, stderr } = spawnSync(javaProgram('keytool'), args, { encoding: 'utf8' });
  if (status !== 0) throw new Advice(`keytool, which comes with Java, failed: ${stdout}${stderr}`);
  return stdout;
}
