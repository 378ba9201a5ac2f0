import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a process counts of its work. No label holds a State, an id or anything of a request. */
export interface Measures {
  readonly register: Registry;
  readonly appends: Counter<'result'>;
  readonly appendSeconds: Histogram;
  readonly commandSeconds: Histogram<'category' | 'command'>;
  readonly commandsRefused: Counter<'category' | 'code'>;
  readonly messagesPublished: Counter<'family'>;
  readonly messagesReceived: Counter<'family'>;
  readonly messagesRefused: Counter<'category' | 'code'>;
  readonly deliveryFailures: Counter<'family' | 'way'>;
  readonly answersRefused: Counter<'code'>;
  readonly loopFailures: Counter<'loop'>;
  readonly leaseHeld: Gauge<'task'>;
}

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

export function openMeasures(): Measures {
  const register = new Registry();
  const registers = [register];
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Counter({ name, help, labelNames, registers });
  return {
    register,
    appends: counter('vestigo_appends_total', 'Appends to the log, by what became of them', ['result']),
    appendSeconds: new Histogram({
      name: 'vestigo_append_seconds',
      help: 'Time until an append was durable or refused',
      buckets,
      registers,
    }),
    commandSeconds: new Histogram({
      name: 'vestigo_command_seconds',
      help: 'Time to read, decide and append, by kind of stream and command',
      labelNames: ['category', 'command'],
      buckets,
      registers,
    }),
    commandsRefused: counter('vestigo_commands_refused_total', 'Commands that a rule turned down', [
      'category',
      'code',
    ]),
    messagesPublished: counter(
      'vestigo_messages_published_total',
      'Messages that are durable on their channel',
      ['family'],
    ),
    messagesReceived: counter('vestigo_messages_received_total', 'Messages that were taken in', ['family']),
    messagesRefused: counter(
      'vestigo_messages_refused_total',
      'Messages that were not understood or not followed, and are kept as refused',
      ['category', 'code'],
    ),
    deliveryFailures: counter(
      'vestigo_delivery_failures_total',
      'Batches that could not be published or taken in and come again',
      ['family', 'way'],
    ),
    answersRefused: counter('vestigo_http_refusals_total', 'HTTP requests that were refused', ['code']),
    loopFailures: counter('vestigo_loop_failures_total', 'Times that a loop failed and was started again', [
      'loop',
    ]),
    leaseHeld: new Gauge({
      name: 'vestigo_lease_held',
      help: '1 while this process leads in a task',
      labelNames: ['task'],
      registers,
    }),
  };
}
