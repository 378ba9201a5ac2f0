import { eventually } from '@vestigo/kernel/testing';
import { stopOnSignal } from './stop-on-signal';

const times = { longestMs: 50, leftOverMs: 20 };

describe('a process that is told to end', () => {
  const exit = jest.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  const said: string[] = [];
  const note = (sentence: string) => void said.push(sentence);

  afterEach(() => {
    exit.mockClear();
    said.length = 0;
    process.removeAllListeners('SIGTERM');
    process.removeAllListeners('SIGINT');
  });
  afterAll(() => exit.mockRestore());

  const exits = (calls: readonly unknown[]) =>
    eventually(() => {
      expect(exit.mock.calls).toEqual(calls);
    });

  test('ends when what runs has ended, whatever is left over', async () => {
    const { stopping, stopped } = stopOnSignal({ stop: () => Promise.resolve() }, note, times);
    process.emit('SIGTERM');
    expect(stopping.aborted).toBe(true);
    await stopped;
    await exits([[]]);
    expect(said).toEqual(['Stopping.']);
  });

  test('breaks off what does not end in time, and says so', async () => {
    stopOnSignal({ stop: () => new Promise(() => undefined) }, note, times);
    process.emit('SIGTERM');
    await exits([[1]]);
    expect(said).toEqual(['Stopping.', 'Not all that was under way has ended in time; it is broken off.']);
  });

  test('says why what runs could not end', async () => {
    const { stopped } = stopOnSignal(
      { stop: () => Promise.reject(new Error('the log is gone')) },
      note,
      times,
    );
    process.emit('SIGINT');
    await expect(stopped).rejects.toThrow('the log is gone');
    await exits([[]]);
  });
});
