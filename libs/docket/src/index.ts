export * from './arm-index.projection';
export * from './docket.projection';
