import { useSpeech } from './use-text';

/** Names States, by ISO 3166-1 alpha-3; a code that the list does not know is shown as it is. */
export function useStateName(): (code: string) => string {
  const { stateNames } = useSpeech();
  return (code) => stateNames[code] ?? code;
}

/** A State by its name, with its code beside it for who thinks in codes. */
export function StateName({ code }: { readonly code: string }) {
  const name = useStateName()(code);
  return <abbr title={code}>{name}</abbr>;
}
