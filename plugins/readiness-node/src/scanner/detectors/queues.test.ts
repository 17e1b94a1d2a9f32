import { queuesDetector } from './queues';
import { runDetector } from './testing/createTestContext';

const manifest = JSON.stringify({
  dependencies: { amqplib: '1', pg: '1' },
  devDependencies: { kafkajs: '1' },
});

function detect(files: Record<string, string>, manifests: string[] = []) {
  return runDetector(queuesDetector, { files, manifests });
}

describe('queuesDetector', () => {
  it('sees the client and its dead-letter exchange', async () => {
    const findings = await detect({
      'package.json': manifest,
      'src/queue.ts':
        "await channel.assertQueue('a', {\n  arguments: { 'x-dead-letter-exchange': 'b' },\n});",
    });
    expect(findings.facts).toEqual({
      'queue.clients': ['amqplib'],
      'queue.deadLetter': true,
    });
    expect(findings.origins['queue.deadLetter']).toBe('src/queue.ts:2');
  });

  it.each<[string, Record<string, string>, string[]]>([
    [
      'a topic in Go',
      { 'a.go': 'const deadLetterTopic = "device-readings.dead-letter"' },
      [],
    ],
    [
      'a redrive policy',
      {
        'infra/main.tf':
          'resource "aws_sqs_queue" "a" {\n  redrive_policy = jsonencode({ maxReceiveCount = 5 })\n}\n',
      },
      [],
    ],
    [
      'a topic of Strimzi',
      { 'topic.yaml': 'kind: KafkaTopic\nmetadata: { name: readings.dlq }' },
      ['topic.yaml'],
    ],
    [
      'Spring',
      {
        'src/main/resources/application.yaml':
          'spring: { cloud: { stream: { kafka: { bindings: { a: { consumer: { enableDlq: true } } } } } } }',
      },
      [],
    ],
    [
      'a queue that keeps what failed',
      { 'package.json': '{ "dependencies": { "bullmq": "5" } }' },
      [],
    ],
  ])('knows %s', async (_name, files, manifests) => {
    expect((await detect(files, manifests)).facts['queue.deadLetter']).toBe(
      true,
    );
  });

  it('cannot tell where none is named', async () => {
    const findings = await detect({
      'package.json': manifest,
      'src/a.ts': '// dead-letter\nconsume();',
    });
    expect(findings.facts).toEqual({ 'queue.clients': ['amqplib'] });
    expect(findings.gaps['queue.deadLetter']).toHaveLength(1);
  });

  it('states that there is no client where the manifests name none', async () => {
    expect(
      (await detect({ 'package.json': '{}' })).facts['queue.clients'],
    ).toEqual([]);
  });

  it('cannot tell the clients without a manifest', async () => {
    expect((await detect({})).gaps['queue.clients']).toHaveLength(1);
  });
});
