import type { Position } from './event';

/** Keeps views: rows that can be thrown away and folded again from the log. */
export interface ReadStore {
  /**
   * Opens a view, made empty (checkpoint 0) when it is new or when `version` differs from the one its rows were folded with.
   */
  open(definition: ViewDefinition): View;
  close(): void;
}

export interface ViewDefinition {
  readonly name: string;
  /** Change it whenever the same events would now give other rows. */
  readonly version: string;
  /** Tables that belong to this view alone; they are dropped when the view is made anew. */
  readonly tables: readonly string[];
  /** The statements that make the tables and their indexes. */
  readonly schema: string;
}

export interface View extends Rows {
  checkpoint(): Position;
  /**
   * Writes rows and moves the checkpoint in one transaction: both or neither. It may share the transaction with other views that move on
   * at the same time, and does them no harm. Rejects with `StaleCheckpoint` when the view is no longer at `from`, so that two followers
   * never apply the same events twice, and with what `write` throws.
   */
  advance(from: Position, through: Position, write: (rows: WritableRows) => void): Promise<void>;
}

export type SqlValue = string | number | bigint | null | Uint8Array;

export interface Rows {
  all<Row>(sql: string, ...values: readonly SqlValue[]): readonly Row[];
  get<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined;
}

export interface WritableRows extends Rows {
  run(sql: string, ...values: readonly SqlValue[]): void;
}

export class StaleCheckpoint extends Error {
  constructor(view: string, from: Position, actual: Position) {
    super(`view ${view} stands at ${actual}, not ${from}: somebody else is writing it`);
    this.name = 'StaleCheckpoint';
  }
}
