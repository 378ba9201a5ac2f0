/** `EXCHANGE_TARGET;2`: the regime whose limit ran out, and the number of the question for consent. */
export const consentFellDueCode = (regime: string, consent: number): string => `${regime};${String(consent)}`;

/** The number of the question for consent in the code of `ConsentFellDue`. */
export const consentThatFellDue = (code: string): number => Number(code.slice(code.lastIndexOf(';') + 1));
