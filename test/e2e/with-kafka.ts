/**
 * For journeys between services: described where a broker is at hand (`test/servers` starts one before all). On a laptop without
 * Java or Docker they are skipped, which `server: ` says aloud; in CI they run all the same and fail.
 */
export const withKafka =
  process.env['KAFKA_BROKERS'] !== undefined || process.env['CI'] === 'true' ? describe : describe.skip;
