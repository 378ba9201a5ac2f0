import { join } from 'node:path';
import type { PhotographSettings } from './photograph-store';

const mebibyte = 1024 * 1024;

/**
 * Reads `VESTIGO_PHOTOGRAPHS`, the folder of the photographs (`photographs` in the data folder unless said otherwise; replicas of a
 * service share one), and `VESTIGO_PHOTOGRAPH_QUOTA`, the MiB that those of one State may take. Throws a sentence.
 */
export function photographSettings(
  env: Readonly<Partial<Record<string, string>>>,
  data: string,
): PhotographSettings {
  const { VESTIGO_PHOTOGRAPHS: folder = '', VESTIGO_PHOTOGRAPH_QUOTA: quota = '' } = env;
  if (!/^\d{0,9}$/.test(quota)) {
    throw new Error(`VESTIGO_PHOTOGRAPH_QUOTA is ${JSON.stringify(quota)}; it must be a number of MiB.`);
  }
  return {
    folder: folder === '' ? join(data, 'photographs') : folder,
    quota: (quota === '' ? 10_240 : Number(quota)) * mebibyte,
  };
}
