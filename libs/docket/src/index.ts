export * from './docket.projection';
