import {
  type AclEntry,
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  type Admin,
  ResourcePatternTypes,
} from 'kafkajs';
import { topicOf } from './topic';

/** What a State's service may do on a cluster that others use too. */
export interface ChannelAccess {
  /** SCRAM user, or with mutual TLS the distinguished name of the certificate. */
  readonly principal: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Groups whose name starts so are its own: `groupPrefix` of its transport. */
  readonly groupPrefix: string;
  /** `topics.prefix` of its transport, which stands before the names of groups too. */
  readonly topicPrefix?: string;
}

/**
 * Grants it, on a cluster that refuses what was not granted (`allow.everyone.if.no.acl.found=false`). Making topics is
 * not granted: an operator makes them. Granting twice is granting once.
 */
export async function grantAccess(admin: Pick<Admin, 'createAcls'>, access: ChannelAccess): Promise<void> {
  await admin.createAcls({ acl: accessList(access) });
}

/** Reading and writing include describing; writing includes an idempotent producer. */
export function accessList({
  principal,
  reads,
  writes,
  groupPrefix,
  topicPrefix = '',
}: ChannelAccess): AclEntry[] {
  if (groupPrefix === '') throw new RangeError('every group starts with an empty prefix');
  const granted = { principal: `User:${principal}`, host: '*', permissionType: AclPermissionTypes.ALLOW };
  const topic = (operation: AclOperationTypes) => (channel: string) => ({
    ...granted,
    operation,
    resourceType: AclResourceTypes.TOPIC,
    resourceName: topicOf(channel, topicPrefix),
    resourcePatternType: ResourcePatternTypes.LITERAL,
  });
  return [
    ...reads.map(topic(AclOperationTypes.READ)),
    ...writes.map(topic(AclOperationTypes.WRITE)),
    {
      ...granted,
      operation: AclOperationTypes.READ,
      resourceType: AclResourceTypes.GROUP,
      resourceName: `${topicPrefix}${groupPrefix}`,
      resourcePatternType: ResourcePatternTypes.PREFIXED,
    },
  ];
}
