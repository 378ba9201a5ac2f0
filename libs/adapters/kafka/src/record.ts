import type { Message } from '@vestigo/kernel';
import type { KafkaMessage, Message as NewKafkaMessage } from 'kafkajs';

/** The content type is what the CloudEvents binding for Kafka asks of an event that is whole in the body. */
export function recordOf({ id, key, body }: Message): NewKafkaMessage {
  return { key, value: body, headers: { id, 'content-type': 'application/cloudevents+json; charset=UTF-8' } };
}

/** A record without id, put there by somebody else's program, is known by its place; what it says is for others to judge. */
export function messageOf(
  topic: string,
  partition: number,
  { offset, key, value, headers }: KafkaMessage,
): Message {
  const id = headers?.['id'];
  return {
    id: id === undefined ? `${topic}/${partition}/${offset}` : String(id),
    key: key?.toString() ?? '',
    body: value?.toString() ?? '',
  };
}
