import { useText } from '../language/use-text';
import { ListFields } from './list-fields';
import { SerialFields } from './serial-fields';

/** Numbers on other parts of an arm: where they differ from that of the frame, the arm was put together (ISACS 05.31). */
export function PartSerialFields({ at }: { readonly at: string }) {
  const text = useText();
  return (
    <ListFields
      at={at}
      begin={{ part: 'SLIDE' }}
      most={10}
      add={text('requesting.addPartSerial')}
      name={(number) => text('requesting.partSerial', { number })}
    >
      {(one) => <SerialFields at={one} />}
    </ListFields>
  );
}
