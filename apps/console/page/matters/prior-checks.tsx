import type { Schemas } from '../api/client';
import { FreeText } from '../language/free-text';
import { useCodes } from '../language/use-codes';

type Check = Pick<Schemas['PriorCheckDto'], 'on' | 'remarks'> & {
  readonly register: string;
  readonly result: string;
};

/** What was looked up before a State was asked, each with what it gave. */
export function PriorChecks({ checks }: { readonly checks: readonly Check[] }) {
  const code = useCodes();
  return checks.map(({ register, result, on, remarks }, index) => (
    <div key={index}>
      {code('checkRegister', register)}: {code('checkResult', result)}
      {on !== undefined && ` · ${on}`}
      {remarks !== undefined && (
        <>
          {' · '}
          <FreeText>{remarks}</FreeText>
        </>
      )}
    </div>
  ));
}
