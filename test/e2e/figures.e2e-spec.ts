import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { eventually } from '@vestigo/kernel/testing';
import { requestWithCanaries } from './canaries';
import { ExchangeProcess, processesEnd, root, temporaryFolder } from './exchange-process';
import { matterAt, submitted } from './matters';

jest.setTimeout(300_000);
afterAll(processesEnd);

interface Dashboard {
  readonly templating: { readonly list: readonly { readonly name: string; readonly type: string }[] };
  readonly panels: readonly {
    readonly id: number;
    readonly title: string;
    readonly datasource?: { readonly uid: string };
    readonly targets?: readonly { readonly expr: string }[];
  }[];
}
interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

const textOf = (...path: readonly string[]) => readFileSync(join(root, ...path), 'utf8');
const dashboard = JSON.parse(textOf('infra', 'grafana', 'vestigo.json')) as Dashboard;
const { groups } = parse(textOf('infra', 'alerts.yaml')) as { groups: readonly { rules: readonly Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const shown = dashboard.panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr));

/** `up` is Prometheus's own. */
const namesIn = (expressions: readonly string[]) => [
  ...new Set(expressions.join('\n').match(/\b(?:vestigo|process|nodejs)_\w+/g)),
];

describe('the figures of a service', () => {
  let exchange: ExchangeProcess;
  let page: string;
  /** Names as queries write them: a histogram has three. */
  let names: ReadonlySet<string>;

  beforeAll(async () => {
    exchange = await ExchangeProcess.started(await temporaryFolder(), '--no-demo');
    const jamaica = await exchange.desk('officer', 'JAM');
    const id = await submitted(jamaica, requestWithCanaries);
    await eventually(() => matterAt(jamaica, `/v1/requests/${id}`, 'received'));
    await jamaica.get('/v1/requests');
    await exchange.bearer().get('/v1/requests');
    page = await eventually(async () => {
      const { text } = await exchange.bearer().get('/metrics');
      expect(text).toContain('vestigo_messages_received_total{family="tracing-replies"} 1');
      return text;
    });
    const types = [...page.matchAll(/^# TYPE (\w+) (\w+)$/gm)];
    names = new Set(
      types.flatMap(([, name = '', type]) =>
        type === 'histogram' ? ['bucket', 'count', 'sum'].map((part) => `${name}_${part}`) : [name],
      ),
    );
  });

  test('are all there that the dashboard and the alerts ask for', () => {
    expect(namesIn([...shown, ...rules.map(({ expr }) => expr)]).filter((name) => !names.has(name))).toEqual(
      [],
    );
  });

  test('are all on the dashboard', () => {
    const ours = [...names].filter((name) => name.startsWith('vestigo_'));
    const asked = namesIn(shown).map((name) => name.replace(/_(bucket|count|sum)$/, ''));
    const left = ours.filter((name) => !asked.includes(name.replace(/_(bucket|count|sum)$/, '')));
    expect(ours.length).toBeGreaterThan(12);
    expect(left).toEqual([]);
  });

  test('count what happens in both threads of an exchange', () => {
    expect(page.split('\n')).toEqual(
      expect.arrayContaining([
        'vestigo_command_seconds_count{category="tracingRequest",command="SubmitRequest"} 1',
        'vestigo_command_seconds_count{category="traceCase",command="ReceiveRequest"} 1',
        'vestigo_messages_published_total{family="tracing-requests"} 1',
        'vestigo_messages_received_total{family="tracing-requests"} 1',
        'vestigo_messages_received_total{family="tracing-replies"} 1',
        'vestigo_appends_total{result="ok"} 3',
        'vestigo_append_seconds_count 3',
        'vestigo_http_refusals_total{code="unauthenticated"} 1',
        'vestigo_lease_held{task="outbound:requesting"} 1',
        'vestigo_lease_held{task="outbound:responding"} 1',
        'vestigo_due_instants_pending 0',
      ]),
    );
  });

  test('stand on the page once each, and say nothing of a request', () => {
    const types = page.match(/^# TYPE \w+/gm) ?? [];
    expect(types.length).toBe(new Set(types).size);
    expect(page).not.toMatch(/CANARY|JAM|USA|[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  test('leave the terminal of the exchange quiet', async () => {
    await exchange.end('SIGTERM');
    expect(exchange.err).toBe('Stopping.\n');
  });
});

describe('the dashboard', () => {
  test('asks the source that its reader chooses', () => {
    expect(dashboard.templating.list.map(({ name, type }) => [name, type])).toEqual([
      ['datasource', 'datasource'],
      ['job', 'query'],
      ['instance', 'query'],
    ]);
    const graphs = dashboard.panels.filter(({ targets }) => targets);
    expect(new Set(graphs.map(({ datasource }) => datasource?.uid))).toEqual(new Set(['${datasource}']));
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
  });
});

describe('every alert', () => {
  const guide = textOf('docs', 'alerts.md');
  const parts = new Map(
    guide
      .split(/^## /m)
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('\n')), part] as const),
  );

  test('is written down with what it means and what to do, and no other', () => {
    expect(rules.map(({ alert }) => alert)).toEqual([...parts.keys()]);
  });

  test.each(rules.map((rule) => [rule.alert, rule] as const))('%s is whole', (alert, rule) => {
    expect(rule).toEqual({
      alert,
      expr: expect.stringMatching(/\b(vestigo_\w+|up)\{?/) as string,
      for: expect.stringMatching(/^\d+m$/) as string,
      labels: { severity: expect.stringMatching(/^(page|ticket)$/) as string },
      annotations: {
        summary: expect.stringMatching(/\w/) as string,
        runbook: `docs/alerts.md#${alert.toLowerCase()}`,
      },
    });
    expect(parts.get(alert)).toMatch(new RegExp(`^${alert}\n\n_${rule.labels.severity}\\._ `));
  });
});
