import { useCodes } from './use-codes';

interface Rule {
  readonly regime: string;
  readonly nature: string;
}

/** Says where a limit comes from, and what it is worth: what is not verified is said to be so, and never shown as binding. */
export function useRuleName(): (rule: Rule) => string {
  const code = useCodes();
  return ({ regime, nature }) => {
    const name = code('regime', regime);
    // That a target of this exchange is a target stands in its name.
    return regime === 'EXCHANGE_TARGET' ? name : `${name} · ${code('nature', nature)}`;
  };
}
