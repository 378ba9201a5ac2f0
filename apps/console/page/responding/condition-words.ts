import type { Codes } from '../language/use-codes';
import type { Text } from '../language/use-text';
import type { Case } from './case.query';

type Condition = NonNullable<NonNullable<Case['answers']>[number]['conditions']>[number];

/** A handling condition in plain words: what whoever gets the answer may do with it (ITI 15). One that is not known here is shown by its code. */
export function conditionWords(condition: Condition, text: Text, code: Codes['code']): string {
  const { kind = '' } = condition;
  switch (kind) {
    case 'NEED_TO_KNOW':
      return text('responding.saysNeedToKnow', {
        who: [...textsIn(condition['authorities']), ...textsIn(condition['roles'])].join(', '),
      });
    case 'PURPOSE_ONLY':
      return text('responding.saysPurposeOnly', {
        purposes: textsIn(condition['purposes'])
          .map((purpose) => code('intendedUse', purpose))
          .join(', '),
      });
    case 'EXPIRES':
      return text('responding.saysExpires', { day: textsIn([condition['on']]).join() });
    case 'OTHER':
      return text('responding.saysOther', { words: textsIn([condition['text']]).join() });
    case 'NO_ONWARD':
      return text('responding.saysNoOnward');
    case 'COMMERCIAL':
      return text('responding.saysCommercial');
    default:
      return code('condition', kind);
  }
}

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
