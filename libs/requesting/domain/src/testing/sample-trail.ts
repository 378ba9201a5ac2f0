import type { ArmItem, Item } from '@vestigo/arms';
import type { RequestContent } from '../request-content';

export const arm = (number: number, change: Partial<ArmItem> = {}): ArmItem => ({
  number,
  kind: 'ARM',
  type: 'PISTOL_SELFLOADING',
  make: 'Glock',
  serial: { asObserved: `AB12${String(number)}`, part: 'FRAME_RECEIVER', condition: 'INTACT' },
  ...change,
});

export const content = (items: readonly Item[], change: Partial<RequestContent> = {}): RequestContent => ({
  channel: 'BILATERAL',
  priority: 'ROUTINE',
  regimes: ['ITI'],
  illicitGrounds: ['ILL_NATLAW'],
  legalBasis: 'Firearms Act, section 20',
  intendedUse: 'INVESTIGATION',
  acquisitionMode: 'SEIZED',
  items,
  ...change,
});
