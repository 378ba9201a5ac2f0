import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connections } from './connections.mjs';
import { asked, nextBody } from './request.mjs';

// A process of its own, whose pauses are not those of a bench that has built logs before. Requests go out evenly, whether or
// not those before are answered; autocannon's rates send each second's share at its start. The first second is not counted.
const [rate, seconds] = process.argv.slice(2).map(Number);
const connections = new Connections(asked(JSON.parse(process.env.TARGET)));

const answers = [];
const total = rate * (seconds + 1);
const started = performance.now();
while (answers.length < total) {
  const due = Math.min(total, ((performance.now() - started) * rate) / 1000);
  while (answers.length < due) answers.push(connections.post(nextBody()));
  await sleep(1);
}
const times = (await Promise.all(answers)).slice(rate).sort((left, right) => left - right);
connections.close();
process.stdout.write(String(times[Math.ceil(times.length * 0.99) - 1]));
