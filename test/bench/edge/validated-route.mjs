import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Body, Controller, Post, ValidationPipe } from '@nestjs/common';
import { listen } from './nest-app.mjs';
import { SyncedFile } from './synced-file.mjs';

// The very class that the exchange takes, so that both read the same body by the same rules.
const dto = join(process.argv[2], 'libs', 'requesting', 'feature', 'src', 'request-content.dto.js');
const { SubmitRequestDto } = createRequire(import.meta.url)(dto);
if (SubmitRequestDto === undefined)
  throw new Error(`${dto} has no SubmitRequestDto: the route would check nothing`);

const stored = process.argv[3] === undefined ? undefined : new SyncedFile(process.argv[3]);

class Requests {
  submit(body) {
    const answer = { id: randomUUID(), version: 1, status: 'submitted' };
    return stored ? stored.append(JSON.stringify(body)).then(() => answer) : answer;
  }
}
const { prototype } = Requests;
Reflect.defineMetadata('design:paramtypes', [SubmitRequestDto], prototype, 'submit');
Body()(prototype, 'submit', 0);
Post()(prototype, 'submit', Object.getOwnPropertyDescriptor(prototype, 'submit'));
Controller('v1/requests')(Requests);

await listen(Requests, new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
