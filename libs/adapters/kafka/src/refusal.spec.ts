import { Unavailable } from '@vestigo/kernel';
import { KafkaJSConnectionError, KafkaJSNumberOfRetriesExceeded, KafkaJSProtocolError } from 'kafkajs';
import { AccessRefused, meaningOf, NoAccessLists } from './refusal';

const answer = (type: string) => new KafkaJSProtocolError(Object.assign(new Error(type), { type }));

describe('an error of kafkajs', () => {
  it('means that the broker is away, unless it says more', () => {
    const lost = new KafkaJSConnectionError('connect ECONNREFUSED');
    const givenUp = new KafkaJSNumberOfRetriesExceeded(lost, { retryCount: 5, retryTime: 1000 });
    expect(meaningOf(givenUp)).toEqual(new Unavailable('Kafka does not answer: connect ECONNREFUSED'));
  });

  it('means that access is refused, however deep it is said', () => {
    const refused = answer('TOPIC_AUTHORIZATION_FAILED');
    const givenUp = new KafkaJSNumberOfRetriesExceeded(refused, { retryCount: 5, retryTime: 1000 });
    expect([refused, givenUp].map(meaningOf)).toEqual([
      new AccessRefused({ cause: refused }),
      new AccessRefused({ cause: givenUp }),
    ]);
  });

  it('means that nothing can be granted on a cluster without an authorizer', () => {
    const disabled = answer('SECURITY_DISABLED');
    expect(meaningOf(disabled)).toEqual(new NoAccessLists({ cause: disabled }));
  });

  it('stays what it is when no broker would ever take the message, or when it is not of kafkajs', () => {
    const [misfit, bug] = [answer('MESSAGE_TOO_LARGE'), new TypeError('x is undefined')];
    expect([misfit, bug].map(meaningOf)).toEqual([misfit, bug]);
  });
});
