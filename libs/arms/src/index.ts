export * from './ammunition';
export * from './arm';
export * from './arm-types';
export * from './arm.upcast';
export {
  CALIBRE_REFS,
  type CalibreLikeness,
  type CalibreRef,
  calibreRefOf,
  compareCalibres,
  type MarkedCalibre,
} from './calibres';
export * from './compare-arms';
export * from './factory-marks';
export * from './item';
export { MAKE_REFS, type MakeRef, makeRefOf } from './makes';
export * from './marks';
export * from './part';
export { type Reading, SEARCH_KEY_VERSION, type SearchKey, searchKeyOf } from './search-key';
export * from './search-terms';
export * from './serial';
export { compareSerials, type SerialLikeness } from './serial-match';
