import { specificationOf } from '@vestigo/kernel/testing';
import {
  approved,
  commands,
  content,
  desk,
  drafted,
  draftRequest,
  histories,
  submit,
  submitted,
} from './testing/sample-request';
import { tracingRequest } from './tracing-request';
import type { TracingRequestEvent } from './tracing-request.events';

const { given } = specificationOf(tracingRequest);
const revised: TracingRequestEvent = {
  type: 'DraftRevised',
  occurredAt: 900,
  clock: null,
  data: { officer: 'amina', respondingState: 'BRA', content },
};
const submitDraft = (reviewRequired: boolean) => ({ type: 'SubmitDraft', ...desk, reviewRequired }) as const;

describe('a draft', () => {
  test('is written without a word to the other State: it carries no clock facts', () => {
    given([]).when(draftRequest).then([drafted]);
    given([drafted]).when(commands.ReviseDraft).then([revised]);
    given([drafted]).when(commands.ApproveDraft).then([approved]);
  });

  test('may lack what ITI 17 asks for, and is not sent as long as it does', () => {
    const bare = { ...content, legalBasis: '' };
    const history = [{ ...drafted, data: { ...drafted.data, content: bare } }];
    given([])
      .when({ ...draftRequest, content: bare })
      .then(history);
    given(history).when(submitDraft(false)).then('request-not-admissible');
    const { intendedUse: _, acquisitionMode: __, ...barer } = bare;
    given([{ ...drafted, data: { ...drafted.data, content: barer } }])
      .when(submitDraft(false))
      .then('request-not-admissible');
  });

  test('may name photographs that are not there yet, and is sent once they are', () => {
    const kept = { sha256: 'ab'.repeat(32), mediaType: 'image/png', bytes: 9 };
    const shown = { ...content, photographs: [{ ...kept, view: 'LEFT' as const }] };
    const history = [{ ...drafted, data: { ...drafted.data, content: shown } }];
    given([])
      .when({ ...draftRequest, content: shown })
      .then(history);
    given(history).when(submitDraft(false)).then('photographs-not-kept');
    given(history)
      .when({ ...submitDraft(false), kept: [kept] })
      .then([{ ...submitted, data: { ...submitted.data, ...shown } }]);
  });

  test('becomes the request as it stands', () => {
    given(histories.approved).when(submitDraft(true)).then([submitted]);
    given(histories.draft).when(submitDraft(false)).then([submitted]);
    const clock = { ...submitted.clock, respondingState: 'BRA' };
    given([drafted, revised])
      .when(submitDraft(false))
      .then([{ ...submitted, clock }]);
  });

  test('is addressed to the point of contact that is in force on the day it is sent (ITI 25)', () => {
    const addressedTo = { version: 3, number: 2, body: 'National Tracing Center' };
    given([drafted])
      .when({ ...submitDraft(false), addressedTo })
      .then([{ ...submitted, data: { ...submitted.data, addressedTo } }]);
    const relieved = { ...addressedTo, version: 4, number: 3 };
    const resent = { ...submitted, type: 'RequestResent', clock: { ...submitted.clock, code: '' } } as const;
    given(histories.undeliverable)
      .when({ ...commands.ResendRequest, addressedTo: relieved })
      .then([{ ...resent, data: { ...submitted.data, addressedTo: relieved } }]);
  });

  test("is approved by another officer than wrote it when the State's policy asks for it", () => {
    given([drafted])
      .when({ ...commands.ApproveDraft, officer: 'amina' })
      .then('own-draft');
    given([drafted, { ...revised, data: { ...revised.data, officer: 'carlos' } }])
      .when(commands.ApproveDraft)
      .then('own-draft');
    given([drafted]).when(submitDraft(true)).then('review-missing');
    given([drafted])
      .when({ ...commands.ApproveDraft, officer: 'amina', reviewRequired: false })
      .then([{ ...approved, data: { officer: 'amina' } }]);
    given([drafted, { ...approved, data: { officer: 'amina' } }])
      .when(submitDraft(true))
      .then('review-missing');
  });

  test('loses its approval when it is changed', () => {
    given([drafted, approved, revised]).when(submitDraft(true)).then('review-missing');
  });

  test('is the only way to a request where review is asked for', () => {
    given([])
      .when({ ...submit(), reviewRequired: true })
      .then('review-missing');
    given([drafted]).when(submit()).then('already-submitted');
  });

  test('is no more once it was sent', () => {
    given(histories.sent).when(commands.ReviseDraft).then('already-submitted');
    given(histories.sent).when(submitDraft(false)).then('already-submitted');
  });
});
