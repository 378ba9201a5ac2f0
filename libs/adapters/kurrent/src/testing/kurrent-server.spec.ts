import { imageOf, kurrentHere } from './kurrent-server';

describe('the server that tests meet', () => {
  it('is the one the environment names, without its password', async () => {
    const connectionString = 'esdb://desk:p%40ss@db.example:2113,db2.example?tls=true';
    const { says, start } = kurrentHere({ EVENTSTORE_URL: connectionString });
    expect(says).toBe('KurrentDB: the server at db.example:2113,db2.example (EVENTSTORE_URL)');
    expect(await start?.()).toMatchObject({ connectionString, fresh: false });
  });

  it('has its version from the one place where versions of images are written', () => {
    expect(imageOf('kurrentdb')).toMatch(/^docker\.io\/kurrentplatform\/kurrentdb:\d+\.\d+\.\d+$/);
    expect(() => imageOf('eventstore')).toThrow('names no image of eventstore');
  });
});
