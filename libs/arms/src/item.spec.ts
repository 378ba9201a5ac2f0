import { firstItem } from './arm.upcast';
import { type Item, type ToldItem, withReferences } from './item';

test('texts as marked stand beside their canonical references', () => {
  expect(withReferences({ type: 'REVOLVER', make: 'S&W', calibre: '.38 Spl' } as const)).toEqual({
    type: 'REVOLVER',
    make: 'S&W',
    makeRef: 'SMITH_WESSON',
    calibre: '.38 Spl',
    calibreRef: '38SPECIAL',
  });
});

test('a reference that an officer gave stays, and what no catalogue knows has none', () => {
  expect(withReferences({ make: 'worn', makeRef: 'GLOCK', calibre: 'worn' } as const)).toEqual({
    make: 'worn',
    makeRef: 'GLOCK',
    calibre: 'worn',
  });
});

test('the one arm of the first version is item 1', () => {
  const serial = { asObserved: 'АВ1234', part: 'FRAME_RECEIVER', condition: 'INTACT' } as const;
  const item: Item = firstItem({ type: 'SMG', make: '', model: 'worn', serial, otherMarks: 'a star' });
  expect(item).toEqual({
    number: 1,
    kind: 'ARM',
    type: 'SMG',
    model: 'worn',
    serial,
    otherMarks: [{ kind: 'OTHER', text: 'a star' }],
  });
  const told: ToldItem = item;
  expect(told.kind).toBe('ARM');
});
