export * from './docket.projection';
export * from './every-line';
