/** What brings the engines of services with it: loaded by the command that needs it, not by its help. */
export { logConfig, openExistingLog, provideTopics, rerunRefused, showRefused } from '@vestigo/backing';
