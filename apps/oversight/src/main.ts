import 'reflect-metadata';
import { runService } from '@vestigo/backing';
import { regimeProfiles } from '@vestigo/deadlines';
import { directory, directoryOutbound } from '@vestigo/directory';
import { publisherLoop } from '@vestigo/kernel';
import { oversight, reportsInbound } from '@vestigo/oversight';

runService({
  name: 'oversight',
  title: 'Vestigo, oversight',
  compose({ log, readStore, post, now }) {
    const { transport, leadership } = post;
    const participants = directory({ log, readStore, now });
    const overview = oversight({ log, readStore, profiles: regimeProfiles, now, post });
    return {
      modules: [participants.module, overview.module],
      figures: overview.figures,
      live: overview.live,
      loops: [
        ...participants.loops,
        publisherLoop(log.store, leadership, transport, directoryOutbound),
        ...overview.loops,
      ],
    };
  },
  inbounds: ({ log, now }) => [reportsInbound(log, now)],
});
