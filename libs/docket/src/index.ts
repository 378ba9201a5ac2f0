export * from './arm-index.projection';
export * from './docket.projection';
export * from './docket.query';
export * from './every-line';
export * from './unchanged-lines';
