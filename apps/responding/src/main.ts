import 'reflect-metadata';
import { runService } from '@vestigo/backing';
import { copiedDeskClocks, directoryCopy, directoryInbound } from '@vestigo/directory';
import { photographs, photographSettings } from '@vestigo/photographs';
import { reportingLoops } from '@vestigo/protocol';
import { requestsInbound, responding } from '@vestigo/responding';
import { traceCase, traceCaseForms } from '@vestigo/responding/domain';

runService({
  name: 'responding',
  title: 'Vestigo, responding focal point',
  forms: [traceCaseForms],
  compose({ log, readStore, post, now, data }) {
    const { transport } = post;
    const copy = directoryCopy({ log, readStore, transport, now, service: 'responding' });
    const pictures = photographs({ log, post, settings: photographSettings(process.env, data) });
    const { deskClock } = copy.reading;
    const { module, loops, live } = responding({
      ...{ log, readStore, post, now, deskClock },
      ...{ photographs: pictures.known, alongside: pictures.inbound },
    });
    const categories = [traceCase.category];
    return {
      live,
      modules: [module, pictures.module],
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
