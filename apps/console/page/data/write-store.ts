import { database } from './database';
import type { WriteStore } from './write-queue';

/** Writes in the IndexedDB of this device. */
export const writeStore: WriteStore = {
  async all(person) {
    const writes = await (await database()).getAllFromIndex('writes', 'person', person);
    return writes.toSorted((one, other) => one.place - other.place);
  },
  async put(write) {
    await (await database()).put('writes', write);
  },
  async remove(id) {
    await (await database()).delete('writes', id);
  },
};
