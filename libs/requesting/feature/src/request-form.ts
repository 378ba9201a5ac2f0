import { firstItem, type Item, numbered, withReferences } from '@vestigo/arms';
import { type Fault, Rejection } from '@vestigo/kernel';
import type { DraftContent, RequestContent } from '@vestigo/requesting/domain';
import type { DraftDto } from './draft.dto';
import type { SubmitRequestDto } from './request-content.dto';

/** The content of a request as its form gives it: items numbered, canonical references beside the texts that have one. */
export function contentOf(form: SubmitRequestDto): RequestContent {
  const { occurredAt: _, respondingState: __, imported: ___, closesParent: ____, ...content } = form;
  const { arm: _____, items: ______, ...fields } = content;
  return {
    ...fields,
    channel: fields.channel ?? 'OTHER',
    regimes: fields.regimes ?? ['ITI'],
    illicitGrounds: fields.illicitGrounds ?? [],
    items: itemsOf(form).map((item) => withReferences(item)),
  };
}

/** The same of a draft, in which anything may be left out until it is submitted. */
export function draftContentOf(form: DraftDto): DraftContent {
  const { occurredAt: _, respondingState: __, ...fields } = form;
  return {
    ...fields,
    priority: fields.priority ?? 'ROUTINE',
    legalBasis: fields.legalBasis ?? '',
    channel: fields.channel ?? 'OTHER',
    regimes: fields.regimes ?? ['ITI'],
    illicitGrounds: fields.illicitGrounds ?? [],
    items: (fields.items ?? []).map((item, index) => withReferences(numbered(item, index + 1))),
  };
}

function itemsOf({ arm, items }: SubmitRequestDto): readonly Item[] {
  if (arm && items) throw misformed('/arm', 'must not stand beside items: it is item 1 in the first form');
  if (items) return items.map((item, index) => numbered(item, index + 1));
  if (arm) return [firstItem(arm)];
  throw misformed('/items', 'is required');
}

function misformed(pointer: string, detail: string): Rejection {
  return new Rejection(
    'invalid',
    'arm-or-items',
    'A request is about items, or in its first form about one arm. Mend it and send it again.',
    [{ pointer, detail }],
  );
}

/** To whoever sent the first form, a fault in item 1 is told where it stands there. */
export function toldInFormOf({ arm }: Pick<SubmitRequestDto, 'arm'>, error: unknown): unknown {
  if (!arm || !(error instanceof Rejection)) return error;
  const faults = error.faults.map((fault): Fault => ({
    ...fault,
    pointer: fault.pointer.replace(/^\/items\/0(?=\/)/, '/arm'),
  }));
  return new Rejection(error.kind, error.code, error.message, faults);
}
