/** Why a sign-in at an identity provider came to nothing. */
export type SignInFault =
  /** The provider turned the officer down, or the officer turned back. */
  | 'refused'
  /** What came back was not asked for in this window, or was used before. */
  | 'not-begun'
  /** What came back does not fit what was asked: somebody may have put it there. */
  | 'not-believed'
  | 'away'
  /** The provider says that something is wrong with what it was asked. */
  | 'faulty'
  /** The provider knows the officer, the exchange admits nobody by what it says. */
  | 'not-admitted';

export class SignInFailed extends Error {
  /** `said`: words of the provider or of the exchange, for the operator. */
  constructor(
    readonly fault: SignInFault,
    readonly said?: string,
    options?: ErrorOptions,
  ) {
    super(said ?? fault, options);
    this.name = 'SignInFailed';
  }
}
