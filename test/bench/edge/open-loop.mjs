import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { asked, nextBody } from './request.mjs';

// A process of its own, whose pauses are not those of a bench that has built logs before. Requests go out evenly, whether or
// not those before are answered; autocannon's rates send each second's share at its start. The first second is not counted.
const [rate, seconds] = process.argv.slice(2).map(Number);
const { url, headers } = asked(JSON.parse(process.env.TARGET));
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
const length = Buffer.byteLength(nextBody());
const options = { agent, method: 'POST', headers: { ...headers, 'content-length': length } };

/** Resolves with the milliseconds until the answer is there. */
function post() {
  const sent = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, (answer) => {
      answer.resume();
      answer.on('end', () => {
        if (answer.statusCode === 201) resolve(performance.now() - sent);
        else reject(new Error(`${url} answered ${answer.statusCode}`));
      });
    });
    outgoing.on('error', reject).end(nextBody());
  });
}

const answers = [];
const total = rate * (seconds + 1);
const started = performance.now();
while (answers.length < total) {
  const due = Math.min(total, ((performance.now() - started) * rate) / 1000);
  while (answers.length < due) answers.push(post());
  await sleep(1);
}
const times = (await Promise.all(answers)).slice(rate).sort((left, right) => left - right);
agent.destroy();
process.stdout.write(String(times[Math.ceil(times.length * 0.99) - 1]));
