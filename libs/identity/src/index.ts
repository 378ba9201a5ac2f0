export { Allow, type Authenticated, CurrentActor, actorOf, Public } from './access.decorators';
export * from './actor';
export * from './authentication.guard';
export * from './issuer';
export * from './routes';
