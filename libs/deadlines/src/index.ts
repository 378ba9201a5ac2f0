export * from './clock-basis';
export * from './due';
export * from './limit';
export * from './local-day';
export * from './owed';
export * from './regime-profile';
export * from './regime-profiles';
export * from './working-calendar';
