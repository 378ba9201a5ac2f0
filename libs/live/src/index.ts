export { LiveModule } from './live.module';
export * from './subjects';
