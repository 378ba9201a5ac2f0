import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb';
import {
  type handleUnaryCall,
  Server,
  ServerCredentials,
  type ServerReadableStream,
  type sendUnaryData,
  status,
} from '@grpc/grpc-js';
import { type Proposal, StandInLog } from './stand-in-log';
import { appended, nameOf } from './stand-in-messages';
import { read, type ReadCall, subscribe } from './stand-in-reads';

export interface StandInOptions {
  /** Chosen by the system when absent. */
  readonly port?: number;
  /** Where appends are kept; in memory only when absent. */
  readonly file?: string;
  readonly tls?: { readonly key: string; readonly certificate: string };
  /** The only `user:password` it lets in; everybody when absent. */
  readonly account?: string;
}

/** Stands in for a KurrentDB server on 127.0.0.1, as far as the adapter needs one. It proves the protocol, not the server. */
export interface StandIn {
  readonly port: number;
  readonly connectionString: string;
  readonly subscriptions: number;
  /** Ends every subscription as a server that goes away does. */
  dropSubscriptions(): void;
  /** As long as it is true, every call is answered with UNAVAILABLE. */
  refusing: boolean;
  /** So many appends are written and then answered as timed out. */
  answersToLose: number;
  /** Appends and reads that name the leader are sent away so often. */
  timesNotLeader: number;
  close(): Promise<void>;
}

type AppendCall = ServerReadableStream<AppendReq, AppendResp>;

export async function startStandIn({ port = 0, file, tls, account }: StandInOptions = {}): Promise<StandIn> {
  const log = new StandInLog(file);
  const subscriptions = new Set<ReadCall>();
  const server = new Server({ 'grpc.max_receive_message_length': -1 });

  const refusalOf = ({ metadata }: { readonly metadata: ReadCall['metadata'] }) => {
    if (standIn.refusing) return { code: status.UNAVAILABLE, details: 'the stand-in refuses' };
    if (account !== undefined && metadata.get('authorization')[0] !== `Basic ${btoa(account)}`) {
      return { code: status.UNAUTHENTICATED, details: 'the stand-in does not know you' };
    }
    if (standIn.timesNotLeader > 0 && metadata.get('requires-leader').length > 0) {
      standIn.timesNotLeader -= 1;
      const leader = metadata.clone();
      leader.set('exception', 'not-leader');
      leader.set('leader-endpoint-host', '127.0.0.1');
      leader.set('leader-endpoint-port', `${standIn.port}`);
      return { code: status.NOT_FOUND, details: 'the stand-in is not the leader', metadata: leader };
    }
    return undefined;
  };

  server.addService(StreamsService, {
    read: (call: ReadCall) => {
      const refusal = refusalOf(call);
      const options = call.request.getOptions();
      if (refusal) {
        call.emit('error', refusal);
      } else if (!options) {
        call.emit('error', { code: status.INVALID_ARGUMENT, details: 'a read without options' });
      } else if (options.hasSubscription()) {
        const over = () => subscriptions.delete(call);
        subscriptions.add(call);
        call.on('close', over).on('cancelled', over);
        void subscribe(log, call, options);
      } else {
        void read(log, call, options);
      }
    },
    append: (call: AppendCall, answer: sendUnaryData<AppendResp>) => {
      const requests: AppendReq[] = [];
      call.on('data', (request: AppendReq) => requests.push(request));
      const take = () => {
        // A connection that breaks ends the call as well: half an append is none.
        if (call.cancelled) return;
        const refusal = refusalOf(call);
        if (refusal) {
          answer(refusal);
          return;
        }
        const response = append(log, requests);
        if (standIn.answersToLose > 0) {
          standIn.answersToLose -= 1;
          answer({ code: status.ABORTED, details: 'Operation timed out' });
        } else {
          answer(null, response);
        }
      };
      call.on('end', () => setImmediate(take));
    },
  });
  server.addService(ServerFeaturesService, { getSupportedMethods });

  const bound = await listening(server, `127.0.0.1:${port}`, tls);
  const standIn: StandIn = {
    port: bound,
    connectionString: `esdb://127.0.0.1:${bound}?tls=${tls !== undefined}`,
    get subscriptions() {
      return subscriptions.size;
    },
    refusing: false,
    answersToLose: 0,
    timesNotLeader: 0,
    dropSubscriptions: () => {
      for (const call of subscriptions) {
        call.emit('error', { code: status.UNAVAILABLE, details: 'the stand-in goes away' });
      }
      subscriptions.clear();
    },
    close: () =>
      new Promise((resolve) => {
        server.forceShutdown();
        log.close();
        resolve();
      }),
  };
  return standIn;
}

function append(log: StandInLog, requests: readonly AppendReq[]): AppendResp {
  const options = requests.find((request) => request.hasOptions())?.getOptions();
  const expected = options?.hasRevision()
    ? Number(options.getRevision())
    : options?.hasNoStream()
      ? -1
      : 'any';
  const proposals = requests.flatMap((request): readonly Proposal[] => {
    const message = request.getProposedMessage();
    if (!message) return [];
    const properties = message.getMetadataMap();
    return [
      {
        id: message.getId()?.getString() ?? '',
        type: properties.get('type') ?? '',
        contentType: properties.get('content-type') ?? '',
        data: message.getData_asB64(),
        metadata: message.getCustomMetadata_asB64(),
      },
    ];
  });
  return appended(log.append(nameOf(options?.getStreamIdentifier()), expected, proposals));
}

/** Says, as the server does, that it takes appends in batches; whoever sends one is told UNIMPLEMENTED. */
const getSupportedMethods: handleUnaryCall<unknown, SupportedMethods> = (_, answer) => {
  const batchAppend = new SupportedMethod()
    .setServiceName('event_store.client.streams.streams')
    .setMethodName('batchappend');
  answer(null, new SupportedMethods().setEventStoreServerVersion('stand-in').setMethodsList([batchAppend]));
};

function listening(server: Server, address: string, tls: StandInOptions['tls']): Promise<number> {
  const credentials = tls
    ? ServerCredentials.createSsl(null, [
        { private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.certificate) },
      ])
    : ServerCredentials.createInsecure();
  return new Promise((resolve, reject) => {
    server.bindAsync(address, credentials, (error, port) => {
      if (error) reject(error);
      else resolve(port);
    });
  });
}
