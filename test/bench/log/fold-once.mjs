import { foldFacts } from './fold.mjs';

// A process of its own: the peak of its memory is that of one rebuild.
const [dist, log, folder, count] = process.argv.slice(2);
await foldFacts(dist, log, folder, Number(count));
process.stdout.write(String(process.resourceUsage().maxRSS));
