/** What the page tells its service worker. */
export type ToWorker =
  /** Asks with which script its page begins; answered on the port. */
  | { readonly kind: 'which' }
  /** The worker that waits is to take the place of the one before. */
  | { readonly kind: 'take-over' }
  /** What the page has loaded before there was a worker. */
  | { readonly kind: 'keep-too'; readonly addresses: readonly string[] };
