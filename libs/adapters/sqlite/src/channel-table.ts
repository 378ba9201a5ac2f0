import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Message } from '@vestigo/kernel';
import { inSavepoint, inTransaction } from './database';

/** AUTOINCREMENT: the place of a deleted message is never given again, else a group would skip what stands there. */
const schema = `
  CREATE TABLE IF NOT EXISTS message (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    channel TEXT NOT NULL,
    id TEXT NOT NULL,
    key TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS message_id ON message (channel, id);
  CREATE INDEX IF NOT EXISTS message_place ON message (channel, place);
  CREATE TABLE IF NOT EXISTS consumer_group (
    channel TEXT NOT NULL,
    name TEXT NOT NULL,
    taken INTEGER NOT NULL,
    PRIMARY KEY (channel, name)
  ) STRICT, WITHOUT ROWID;
`;

const offset = 'coalesce((SELECT taken FROM consumer_group WHERE channel = ?1 AND name = ?2), 0)';

/** Small: what a receiver appends for one batch goes to the disk as one commit, and desks wait meanwhile. */
export const mostMessages = 128;
/** A batch ends when its bodies pass this many UTF-16 units. */
const mostText = 4_000_000;

interface MessageRow extends Message {
  readonly place: number;
}

/** Messages of all channels and how far each group has come. */
export class ChannelTable {
  readonly #insert: StatementSync;
  readonly #next: StatementSync;
  readonly #join: StatementSync;
  readonly #take: StatementSync;
  readonly #prune: StatementSync;
  readonly #backlog: StatementSync;

  constructor(private readonly db: DatabaseSync) {
    db.exec(schema);
    this.#insert = db.prepare(
      'INSERT INTO message (channel, id, key, body) VALUES (?, ?, ?, ?) ON CONFLICT (channel, id) DO NOTHING',
    );
    this.#next = db.prepare(
      `SELECT place, id, key, body FROM message WHERE channel = ?1 AND place > ${offset} ORDER BY place LIMIT ?3`,
    );
    this.#join = db.prepare('INSERT INTO consumer_group VALUES (?, ?, 0) ON CONFLICT DO NOTHING');
    this.#take = db.prepare(
      'UPDATE consumer_group SET taken = max(taken, ?3) WHERE channel = ?1 AND name = ?2',
    );
    this.#prune = db.prepare(
      'DELETE FROM message WHERE channel = ?1 AND place <= (SELECT min(taken) FROM consumer_group WHERE channel = ?1)',
    );
    this.#backlog = db.prepare(
      `SELECT count(*) AS messages FROM message WHERE channel = ?1 AND place > ${offset}`,
    );
  }

  /** Inside a transaction of the caller. A message whose id the channel still holds is there already. */
  publish(channel: string, messages: readonly Message[]): void {
    inSavepoint(this.db, () => {
      for (const { id, key, body } of messages) this.#insert.run(channel, id, key, body);
    });
  }

  join(channel: string, group: string): void {
    this.#join.run(channel, group);
  }

  next(channel: string, group: string): { readonly messages: readonly Message[]; readonly through: number } {
    const messages: Message[] = [];
    let through = 0;
    let text = 0;
    for (const row of this.#next.iterate(channel, group, mostMessages)) {
      const { place, id, key, body } = row as unknown as MessageRow;
      messages.push({ id, key, body });
      through = place;
      text += body.length;
      if (text > mostText) break;
    }
    return { messages, through };
  }

  /** Moves the group on and deletes what every group of the channel has taken. */
  take(channel: string, group: string, through: number): void {
    inTransaction(this.db, () => {
      this.#take.run(channel, group, through);
      this.#prune.run(channel);
    });
  }

  backlog(channel: string, group: string): number {
    const { messages } = this.#backlog.get(channel, group) as unknown as { readonly messages: number };
    return messages;
  }
}
