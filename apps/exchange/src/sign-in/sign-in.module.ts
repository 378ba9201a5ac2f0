import { type DynamicModule, Module } from '@nestjs/common';
import type { Issuer } from '@vestigo/identity';
import { SIGN_IN_ISSUER, SignInController } from './sign-in.controller';

@Module({})
export class SignInModule {
  static of(issuer: Issuer): DynamicModule {
    return {
      module: SignInModule,
      controllers: [SignInController],
      providers: [{ provide: SIGN_IN_ISSUER, useValue: issuer }],
    };
  }
}
