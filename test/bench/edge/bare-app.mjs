import 'reflect-metadata';
import { Controller, Get } from '@nestjs/common';
import { listen } from './nest-app.mjs';

class Health {
  ready() {
    return { status: 'ready' };
  }
}
Get('health/ready')(Health.prototype, 'ready', Object.getOwnPropertyDescriptor(Health.prototype, 'ready'));
Controller()(Health);

await listen(Health);
