import 'reflect-metadata';
import { join } from 'node:path';
import { runService } from '@vestigo/backing';
import { copiedDeskClocks, directoryCopy, directoryInbound, suggestions } from '@vestigo/directory';
import { photographs, photographSettings } from '@vestigo/photographs';
import { reportingLoops } from '@vestigo/protocol';
import { repliesInbound, requesting } from '@vestigo/requesting';
import { tracingRequest, tracingRequestForms } from '@vestigo/requesting/domain';

runService({
  name: 'requesting',
  title: 'Vestigo, requesting State',
  forms: [tracingRequestForms],
  compose({ log, readStore, post, now, data }) {
    const { transport } = post;
    const copy = directoryCopy({ log, readStore, transport, now, service: 'requesting' });
    const pictures = photographs({ log, post, settings: photographSettings(process.env, data) });
    const { reading } = copy;
    const { module, loops, live } = requesting({
      ...{ log, readStore, post, now, photographs: pictures.known },
      ...{ deskClock: reading.deskClock, directory: reading, imports: join(data, 'imports') },
    });
    const categories = [tracingRequest.category];
    return {
      live,
      modules: [module, pictures.module, suggestions(copy.reading)],
      loops: [
        ...copy.loops,
        ...loops,
        ...pictures.loops,
        ...reportingLoops({ store: log.store, post, side: 'requesting', categories, now }),
      ],
    };
  },
  inbounds: ({ log, now }) => [
    repliesInbound({ log, now, deskClock: copiedDeskClocks(log.store, now) }),
    directoryInbound(log),
  ],
});
