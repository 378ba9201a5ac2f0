export * from './arm-index.projection';
export * from './docket.projection';
export * from './every-line';
export * from './unchanged-lines';
