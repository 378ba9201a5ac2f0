export * from './command-words';
export * from './data-folder';
export * from './loops';
export * from './running-parts';
export * from './serve';
export { ServiceModule } from './service.module';
export * from './settings';
export * from './stop-on-signal';
