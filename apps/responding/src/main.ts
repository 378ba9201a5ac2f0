import 'reflect-metadata';
import { runService } from '@vestigo/backing';
import { copiedDeskClocks, directoryCopy, directoryInbound } from '@vestigo/directory';
import { reportingLoops } from '@vestigo/protocol';
import { requestsInbound, responding } from '@vestigo/responding';
import { traceCase, traceCaseForms } from '@vestigo/responding/domain';

runService({
  name: 'responding',
  title: 'Vestigo, responding focal point',
  forms: [traceCaseForms],
  compose({ log, readStore, post, now }) {
    const { transport } = post;
    const copy = directoryCopy({ log, readStore, transport, now, service: 'responding' });
    const { module, loops } = responding({ log, readStore, post, now, deskClock: copy.reading.deskClock });
    const categories = [traceCase.category];
    return {
      modules: [module],
      loops: [
        ...copy.loops,
        ...loops,
        ...reportingLoops({ store: log.store, post, side: 'responding', categories, now }),
      ],
    };
  },
  inbounds: ({ log, now }) => [
    requestsInbound({ log, now, deskClock: copiedDeskClocks(log.store, now) }),
    directoryInbound(log),
  ],
});
