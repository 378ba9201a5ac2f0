// The link that the journeys go over, before an address: 300 kbit/s, of which a fiftieth is lost. Argument: the address.
import { POOR, PoorLink } from '../../browser/poor-link.ts';

const link = await PoorLink.to(process.argv[2]);
link.become(POOR);
console.log(link.address);
process.once('SIGTERM', () => link.close());
