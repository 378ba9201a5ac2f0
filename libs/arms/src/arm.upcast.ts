import type { Arm } from './arm';
import type { ArmItem } from './item';
import type { ImportMark } from './marks';
import type { SerialRecord } from './serial';

/** The one arm of a request in version 1, where other marks were one text. */
export interface ArmV1 extends Pick<Arm, 'type' | 'make' | 'model' | 'calibre' | 'countryOfManufacture'> {
  readonly serial?: Pick<SerialRecord, 'asObserved' | 'part' | 'condition'>;
  readonly importMarks?: readonly Pick<ImportMark, 'country' | 'year'>[];
  readonly otherMarks?: string;
}

/** It becomes item 1. A text that was left empty says nothing and is dropped. */
export function firstItem({ otherMarks = '', make = '', model = '', calibre = '', ...arm }: ArmV1): ArmItem {
  return {
    number: 1,
    kind: 'ARM',
    ...arm,
    ...(make !== '' && { make }),
    ...(model !== '' && { model }),
    ...(calibre !== '' && { calibre }),
    ...(otherMarks !== '' && { otherMarks: [{ kind: 'OTHER', text: otherMarks }] }),
  };
}
