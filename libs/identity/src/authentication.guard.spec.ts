import { Controller, Get } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';
import { Test } from '@nestjs/testing';
import fc from 'fast-check';
import { Rejection } from '@vestigo/kernel';
import { actorOf, Allow, type Authenticated, Public } from './access.decorators';
import { type Actor, type Role, ROLES, stateOf } from './actor';
import { AuthenticationGuard, Unauthenticated } from './authentication.guard';
import { assertEveryRouteIsGuarded, routesOf } from './routes';
import { InvalidToken, type TokenVerifier } from './signed-tokens';

@Controller('sample')
class SampleController {
  @Get('open')
  @Public()
  open() {}

  @Get('officers')
  @Allow('officer')
  officers() {}

  @Get('forgotten')
  forgotten() {}
}

@Controller('desk')
@Allow('officer', 'liaison')
class DeskController {
  @Get()
  list() {}

  @Get('duty')
  @Allow('coordinator')
  duty() {}
}

const officer: Actor = { subject: 'amina', state: 'KEN', role: 'officer' };

/** Knows two tokens: one at once, the other only after verifying. */
const tokens: TokenVerifier = {
  verifyCached: (token) => (token === 'cached' ? officer : undefined),
  verify: (token) =>
    token === 'fresh'
      ? Promise.resolve(officer)
      : Promise.reject(new InvalidToken('The access token is malformed.')),
};

function contextOf(authorization: string | undefined, handler: () => void, controller: new () => object) {
  const request: Authenticated = { headers: { authorization } };
  return new ExecutionContextHost([request, {}, undefined], controller, handler);
}

const { open, officers, forgotten } = SampleController.prototype;
const guard = new AuthenticationGuard(tokens);

const admit = (authorization: string | undefined, handler = officers) =>
  guard.canActivate(contextOf(authorization, handler, SampleController));

test('an open route needs no token', () => {
  expect(admit(undefined, open)).toBe(true);
});

test('a token verified before admits at once, and the request says who acts', () => {
  const context = contextOf('Bearer cached', officers, SampleController);
  expect(guard.canActivate(context)).toBe(true);
  expect(actorOf(context)).toEqual(officer);
});

test('a token seen for the first time is verified', async () => {
  const context = contextOf('bearer fresh', officers, SampleController);
  await expect(guard.canActivate(context)).resolves.toBe(true);
  expect(actorOf(context)).toEqual(officer);
});

test.each([undefined, '', 'Bearer', 'Basic YTpi', 'cached', 'Bearercached'])(
  'without a bearer token nobody is admitted: %p',
  (authorization) => {
    expect(() => admit(authorization)).toThrow(
      new Unauthenticated('Send an access token: `Authorization: Bearer <token>`.', false),
    );
  },
);

test('an invalid token is refused with its reason', async () => {
  await expect(admit('Bearer forged')).rejects.toMatchObject({
    name: 'Unauthenticated',
    message: 'The access token is malformed.',
    invalidToken: true,
  });
});

test('a route that declares nothing is closed', () => {
  expect(() => admit('Bearer cached', forgotten)).toThrow(Rejection);
  expect(() => admit(undefined, forgotten)).toThrow(Unauthenticated);
});

test('a public route has no actor to act', () => {
  expect(() => actorOf(contextOf(undefined, open, SampleController))).toThrow(
    'SampleController.open is public',
  );
});

test('a role outside the allowed set is refused, one inside is admitted', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ROLES), fc.subarray([...ROLES], { minLength: 1 }), (role, allowed) => {
      const handler = () => undefined;
      const [first, ...others] = allowed;
      if (first) Allow(first, ...others)(handler);
      const actor: Actor = { ...officer, role };
      const sure = new AuthenticationGuard({ ...tokens, verifyCached: () => actor });
      const context = contextOf('Bearer cached', handler, SampleController);
      expect(verdictOf(() => sure.canActivate(context))).toEqual(
        allowed.includes(role) ? true : notAllowed(role),
      );
    }),
  );
});

test('routes that declare nothing are named', async () => {
  const app = await Test.createTestingModule({ controllers: [SampleController, DeskController] }).compile();
  expect(() => {
    assertEveryRouteIsGuarded(app);
  }).toThrow(new Error('Say @Allow(…) or @Public() on SampleController.forgotten.'));
  expect(routesOf(app).map(({ name, access }) => [name, access])).toEqual([
    ['SampleController.open', 'public'],
    ['SampleController.officers', ['officer']],
    ['SampleController.forgotten', undefined],
    ['DeskController.list', ['officer', 'liaison']],
    ['DeskController.duty', ['coordinator']],
  ]);
});

test('only an actor of a State acts for one', () => {
  expect(stateOf(officer)).toBe('KEN');
  expect(() => stateOf({ subject: 'chair', state: null, role: 'coordinator' })).toThrow(Rejection);
});

function verdictOf(ask: () => unknown): unknown {
  try {
    return ask();
  } catch (error) {
    return error;
  }
}

function notAllowed(role: Role): Rejection {
  return new Rejection('forbidden', 'role-not-allowed', `The role ${role} may not do this.`);
}

test('a service that is the desk of some States refuses actors of others, and no coordinator', async () => {
  const elsewhere = new AuthenticationGuard(tokens, new Set(['JAM']));
  const here = new AuthenticationGuard(tokens, new Set(['JAM', 'KEN']));
  const coordinating: TokenVerifier = {
    ...tokens,
    verifyCached: () => ({ subject: 'c', state: null, role: 'coordinator' }),
  };
  const asked = contextOf('Bearer cached', officers, SampleController);
  expect(() => elsewhere.canActivate(asked)).toThrow(
    expect.objectContaining({ kind: 'forbidden', code: 'state-not-served' }) as Error,
  );
  expect(await here.canActivate(asked)).toBe(true);
  const duty = contextOf('Bearer cached', DeskController.prototype.duty, DeskController);
  expect(await new AuthenticationGuard(coordinating, new Set(['JAM'])).canActivate(duty)).toBe(true);
});
