import { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } from 'kafkajs';
import { accessList } from './channel-access';

describe('the access of a State', () => {
  it('is to its channels by name and to its groups by prefix, and to nothing else', () => {
    const granted = { principal: 'User:FRA', host: '*', permissionType: AclPermissionTypes.ALLOW };
    const topic = { ...granted, resourceType: AclResourceTypes.TOPIC };
    expect(
      accessList({
        principal: 'FRA',
        reads: ['requests.FRA'],
        writes: ['requests.BEL'],
        groupPrefix: 'FRA.',
      }),
    ).toEqual([
      {
        ...topic,
        operation: AclOperationTypes.READ,
        resourceName: 'requests.FRA',
        resourcePatternType: ResourcePatternTypes.LITERAL,
      },
      {
        ...topic,
        operation: AclOperationTypes.WRITE,
        resourceName: 'requests.BEL',
        resourcePatternType: ResourcePatternTypes.LITERAL,
      },
      {
        ...granted,
        operation: AclOperationTypes.READ,
        resourceType: AclResourceTypes.GROUP,
        resourceName: 'FRA.',
        resourcePatternType: ResourcePatternTypes.PREFIXED,
      },
    ]);
  });

  it('is to groups whose names begin with the prefix of the exchange, where several share a cluster', () => {
    const access = { principal: 'FRA', reads: ['requests.FRA'], writes: [], groupPrefix: 'FRA.' };
    expect(accessList({ ...access, topicPrefix: 'pilot.' }).map(({ resourceName }) => resourceName)).toEqual([
      'pilot.requests.FRA',
      'pilot.FRA.',
    ]);
  });

  it('is not to every group', () => {
    expect(() => accessList({ principal: 'FRA', reads: [], writes: [], groupPrefix: '' })).toThrow(
      RangeError,
    );
  });
});
