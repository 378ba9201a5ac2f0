import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { missingJava } from '@vestigo/kafka/testing';
import { processesEnd } from '../e2e/service-process';
import { oneOf, randomFrom } from './chance';
import { type Cluster, startCluster } from './cluster';
import { type Fault, faultKinds, faultsOf } from './fault-kinds';
import { Load } from './load';
import { runSchedule } from './schedule';
import { type Outcome, settled } from './settle';
import { type SmallDisk, smallDisk } from './small-disk';
import { World } from './world';

const seed = process.env['VESTIGO_SEED'] ?? String(Date.now());
const minutes = Number(process.env['VESTIGO_FAULT_MINUTES'] ?? 2);
const missing = missingJava();

/** Journeys that are begun around one fault, of which some are under way when it happens. */
const block = 16;
const around = { atOnce: 5, pause: 200 };
/** A long run has an undisturbed twin to wait for. */
const steadily = { atOnce: 12, pause: minutes > 5 ? 2000 : 400 };
const quickly = { atOnce: 16, pause: 0 };
/** Milliseconds: from the first journey to the fault, and from there to its end. */
const before = 400;
const held = 1500;
/** Milliseconds until every officer has got an answer once nothing is wrong any more. */
const patience = 240_000;
const diskMegabytes = Math.max(64, minutes * 24);

const say = (line: string) => process.stdout.write(`faults: ${line}\n`);
/** For who watches a run. */
const tell = (line: string) => process.stdout.write(`  ${line}\n`);
if (missing !== undefined) say(`services are not put to the test. ${missing}`);

jest.setTimeout(300_000 + minutes * 240_000);
afterAll(processesEnd, 60_000);

(missing === undefined ? describe : describe.skip)(`services under load (VESTIGO_SEED=${seed})`, () => {
  let cluster: Cluster;
  let disk: SmallDisk | string;
  let world: World;
  let faults: readonly Fault[];
  let load: Load;
  let undisturbed: World;
  let calm: Load;

  beforeAll(async () => {
    [cluster, disk] = await Promise.all([startCluster(), smallDisk(diskMegabytes)]);
    if (typeof disk === 'string') say(disk);
    world = await World.open(cluster, {
      doors: true,
      ...(typeof disk !== 'string' && { folders: { requesting: join(disk.folder, 'data') } }),
    });
    undisturbed = await World.open(cluster, { doors: false });
    faults = faultsOf(world, randomFrom(seed), typeof disk === 'string' ? undefined : disk);
    load = new Load(world, seed);
    calm = new Load(undisturbed, seed);
  });

  afterAll(async () => {
    await world.close();
    await undisturbed.close();
    await cluster.stop();
    if (typeof disk !== 'string') await disk.remove();
  }, 300_000);

  /** What the same acts lead to where nothing goes wrong. */
  async function undisturbedOutcome(journeys: number): Promise<Outcome> {
    calm.begin(journeys, quickly);
    await calm.ended(patience + journeys * 200);
    return settled(undisturbed, calm.officers.acknowledged, say);
  }

  const clean = { lost: [], doubled: [], findings: [] };

  test.each(faultKinds)('%s: every acknowledged command has its effect once on both sides', async (kind) => {
    const fitting = faults.filter((fault) => fault.kind === kind);
    if (fitting.length === 0) {
      say(`${kind}: not run here`);
      return;
    }
    const fault = oneOf(fitting, randomFrom(`${seed}/${kind}`));
    const expected = await undisturbedOutcome(load.journeys + block);
    tell(fault.name);
    load.begin(load.journeys + block, around);
    await sleep(before);
    await fault.inject();
    await sleep(held);
    await fault.undo();
    await load.ended(patience);
    const outcome = await settled(world, load.officers.acknowledged, say);
    expect({ fault: fault.name, ...outcome }).toEqual({ fault: fault.name, ...expected, ...clean });
  });

  test('random schedule of faults: nothing lost, nothing doubled, and the same figures', async () => {
    load.begin(Infinity, steadily);
    const injected = await runSchedule(faults, seed, minutes * 60_000, tell);
    load.enough();
    await load.ended(patience);
    const { acknowledged, lost, doubled, findings, table } = await settled(
      world,
      load.officers.acknowledged,
      say,
    );
    const expected = await undisturbedOutcome(load.journeys);
    const equal = JSON.stringify(table) === JSON.stringify(expected.table);
    say(
      `faults injected ${String(injected.length)}, commands acknowledged ${String(acknowledged)}, ` +
        `lost ${String(lost.length)}, doubled ${String(doubled.length)}, ` +
        `reconciliation findings ${String(findings.length)}, figures ${equal ? 'equal' : 'differ'}; seed ${seed}`,
    );
    expect({ acknowledged, lost, doubled, findings, table }).toEqual({ ...expected, ...clean });
  });
});
