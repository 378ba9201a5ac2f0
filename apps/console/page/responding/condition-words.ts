import type { Schemas } from '../api/client';
import type { Codes } from '../language/use-codes';
import type { Text } from '../language/use-text';

type Condition = Schemas['HandlingConditionDto'];

/** A handling condition in plain words: what whoever gets the answer may do with it (ITI 15). */
export function conditionWords(condition: Condition, text: Text, code: Codes['code']): string {
  switch (condition.kind) {
    case 'NEED_TO_KNOW':
      return text('responding.saysNeedToKnow', {
        who: [...(condition.authorities ?? []), ...(condition.roles ?? [])].join(', '),
      });
    case 'PURPOSE_ONLY':
      return text('responding.saysPurposeOnly', {
        purposes: (condition.purposes ?? []).map((purpose) => code('intendedUse', purpose)).join(', '),
      });
    case 'EXPIRES':
      return text('responding.saysExpires', { day: condition.on ?? '' });
    case 'OTHER':
      return text('responding.saysOther', { words: condition.text ?? '' });
    case 'NO_ONWARD':
      return text('responding.saysNoOnward');
    case 'COMMERCIAL':
      return text('responding.saysCommercial');
  }
}
