export { takePart } from './incoming-parts';
export { MEDIA_TYPES, type MediaType, mediaTypeOf } from './media-type';
export { photographSettings } from './photograph-settings';
export * from './photograph-store';
export { withPhotographs } from './photographs.inbound';
export * from './photographs.module';
export { type ReferredPhotograph, referredIn } from './referred-photographs';
export { SENDING_PHOTOGRAPHS } from './sending';
export { type Stripped, stripped, UPLOAD_LIMIT } from './stripped';
