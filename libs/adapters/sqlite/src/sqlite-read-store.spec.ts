import type { ReadStore } from '@vestigo/kernel';
import { readStoreContract } from '@vestigo/kernel/testing';
import { openSqliteReadStore } from './sqlite-read-store';
import { temporaryFile } from './testing/temporary-file';

readStoreContract('the SQLite read store', () => {
  const { file, remove } = temporaryFile();
  const handles: ReadStore[] = [];
  const open = () => {
    const store = openSqliteReadStore({ file });
    handles.push(store);
    return store;
  };
  const store = open();
  return {
    store,
    reopen: () => {
      for (const handle of handles) handle.close();
      return open();
    },
    dispose: () => {
      for (const handle of handles) handle.close();
      remove();
    },
  };
});
