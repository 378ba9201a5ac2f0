import { Rejection } from '@vestigo/kernel';

export function unknownRequest(): Rejection {
  return new Rejection('not-found', 'request-not-found', 'Your State is party to no request with this id.');
}

export function alreadySubmitted(): Rejection {
  return new Rejection('conflict', 'already-submitted', 'A request with this id was begun before.');
}

export function notSubmitted(): Rejection {
  return new Rejection('conflict', 'not-submitted', 'The request is a draft; nobody has received it.');
}

export function duplicateOfItself(): Rejection {
  return new Rejection('invalid', 'own-duplicate', 'A request is no duplicate of itself.');
}
