import type { Participant } from '@vestigo/directory/domain';
import type { View } from '@vestigo/kernel';
import { wholeParticipant } from './participant-rows';

/**
 * What a view says of States, read once for as long as the view has not moved on, which is looked at once in a turn of the event loop: asked
 * for with every request that is sent.
 */
export class KnownParticipants {
  readonly #known = new Map<string, Participant>();
  #checkpoint = -1;
  #looked = false;

  constructor(private readonly list: View) {}

  of(code: string): Participant {
    if (!this.#looked) this.#look();
    const known = this.#known.get(code) ?? wholeParticipant(this.list, code);
    this.#known.set(code, known);
    return known;
  }

  #look(): void {
    const checkpoint = this.list.checkpoint();
    if (checkpoint !== this.#checkpoint) this.#known.clear();
    this.#checkpoint = checkpoint;
    this.#looked = true;
    setImmediate(() => {
      this.#looked = false;
    });
  }
}
