import { useText } from '../language/use-text';
import type { Body, Json } from './act-draft';
import { itemsFor } from './case-acts';
import type { Case } from './case.query';
import { listAt, textAt } from './form-body';
import { ChoiceField, ManyField, useForm, FormProvider } from './form-fields';
import { ItemName } from './simple-fields';

interface WhichItemsProps {
  readonly act: 'answer' | 'supplement' | 'correct';
  readonly found: Case;
}

/** Which items are answered, and of a correction, which act it sets right. Where there is no choice, nothing is asked. */
export function WhichItems({ act, found }: WhichItemsProps) {
  const text = useText();
  const form = useForm();
  const { body, put } = form;
  const numbers = numbersFor(act, found, body);
  const chosen = listAt(body, '/answers').map((answer) => textAt({ answer }, '/answer/item'));
  const choose = (items: readonly Json[]) =>
    put(
      '/answers',
      items.map((item) => answerTo(item, act, found, body)),
    );
  return (
    <>
      {act === 'correct' && (
        <FormProvider
          value={{
            ...form,
            put: (pointer, value) => {
              put(pointer, typeof value === 'string' ? Number(value) : value);
            },
          }}
        >
          <ChoiceField
            at="/corrects"
            label={text('responding.corrects')}
            hint={text('responding.correctsHint')}
            options={actsGiven(found).map((number) => ({
              value: String(number),
              label: text('responding.actNumber', { number }),
            }))}
          />
        </FormProvider>
      )}
      {(act === 'correct' || numbers.length > 1) && (
        <FormProvider
          value={{
            ...form,
            body: { answers: chosen.map(Number) },
            put: (_, value) => choose(Array.isArray(value) ? value : []),
          }}
        >
          <ManyField
            at="/answers"
            label={text('responding.whichItems')}
            hint={text('responding.whichItemsHint')}
            options={numbers.map((value) => ({ value, label: <ItemName found={found} number={value} /> }))}
          />
        </FormProvider>
      )}
    </>
  );
}

/** Numbers of the acts that gave what holds now. */
const actsGiven = ({ matter }: Case): readonly number[] =>
  [...new Set(matter.items.flatMap(({ givenIn }) => givenIn))].toSorted((one, other) => one - other);

function numbersFor(act: WhichItemsProps['act'], found: Case, body: Body): readonly number[] {
  if (act !== 'correct') return itemsFor(act, found);
  const corrects = Number(textAt(body, '/corrects'));
  return found.matter.items.filter(({ givenIn }) => givenIn.includes(corrects)).map(({ item }) => item);
}

/** What was written of an item stays; a correction begins with what was said. */
function answerTo(item: Json, act: WhichItemsProps['act'], found: Case, body: Body): Json {
  const written = listAt(body, '/answers').find(
    (answer) => textAt({ answer }, '/answer/item') === textAt({ item }, '/item'),
  );
  if (written !== undefined) return written;
  const said = act === 'correct' ? found.answers?.find((answer) => answer.item === item) : undefined;
  return said === undefined ? { item } : asJson(said);
}

function asJson(said: object): Json {
  return Object.fromEntries(
    Object.entries(said).map(([name, value]: [string, unknown]) => [name, jsonOf(value)]),
  );
}

function jsonOf(value: unknown): Json {
  if (Array.isArray(value)) return value.map(jsonOf);
  if (typeof value === 'object' && value !== null) return asJson(value);
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string' ? value : '';
}
