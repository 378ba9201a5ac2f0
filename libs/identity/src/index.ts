export { Allow, type Authenticated, CurrentActor, actorOf, Public } from './access.decorators';
export * from './actor';
export * from './authentication.guard';
export { AUDIENCE, type Issuer, ISSUER, openIssuer } from './issuer';
export { InvalidTokenSetting } from './key-set';
export * from './may-act';
export * from './routes';
export { InvalidToken, type TokenVerifier, type VerifierOptions } from './signed-tokens';
export { openVerifier, type TokenSettings, tokenSettings } from './token-settings';
