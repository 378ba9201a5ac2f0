/** The one place where class-transformer tells what `@Type` and `@Transform` said; it ships without types. */
declare module 'class-transformer/cjs/storage' {
  export { defaultMetadataStorage } from 'class-transformer/types/storage';
}
