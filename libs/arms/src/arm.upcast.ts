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

/** It becomes item 1. */
export function firstItem({ otherMarks, ...arm }: ArmV1): ArmItem {
  return {
    number: 1,
    kind: 'ARM',
    ...arm,
    ...(otherMarks !== undefined && { otherMarks: [{ kind: 'OTHER', text: otherMarks }] }),
  };
}
