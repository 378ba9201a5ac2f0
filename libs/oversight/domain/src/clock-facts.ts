/** Acts of the requesting State that few requests see, some of them more than once. */
const requestingActTypes = [
  'RequestLapsed',
  'RequestReopened',
  'RequestMarkedDuplicate',
  'InformationSupplied',
  'InformationDeclined',
  'ConsentAsked',
] as const;

/** Facts of the stream of the requesting State. */
export const requestingFactTypes = [
  'RequestSubmitted',
  'RequestWithdrawn',
  'RequestClosed',
  ...requestingActTypes,
] as const;

/** After these facts of the responding State `code` is the class of the whole request. */
export const classFactTypes = [
  'CaseAnswered',
  'AnswerSupplemented',
  'AnswerCorrected',
  'ItemsRefused',
  'RestrictionImposed',
  'RestrictionLifted',
] as const;
export type ClassFactType = (typeof classFactTypes)[number];

/** Acts of the responding State that few requests see, some of them more than once. */
const respondingActTypes = [
  'InformationRequested',
  'DelayNotified',
  'CaseRedirected',
  'ConsentRequested',
  'ConsentGiven',
  'ConsentDenied',
  ...classFactTypes,
] as const;

/** Facts of the stream of the responding State. */
export const respondingFactTypes = [
  'CaseReceived',
  'CaseAcknowledged',
  'CaseRefused',
  ...respondingActTypes,
] as const;

/** Facts of the deadline ledger. */
export const ledgerFactTypes = ['AcknowledgementFellDue', 'AnswerFellDue', 'ConsentFellDue'] as const;

export const clockFactTypes = [...requestingFactTypes, ...respondingFactTypes, ...ledgerFactTypes] as const;
export type ClockFactType = (typeof clockFactTypes)[number];

export const notedFactTypes = [...requestingActTypes, ...respondingActTypes] as const;
export type NotedFactType = (typeof notedFactTypes)[number];
