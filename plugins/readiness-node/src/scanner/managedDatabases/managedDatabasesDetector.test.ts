import { runDetector } from '../detectors/testing/createTestContext';
import { managedDatabasesDetector } from './managedDatabasesDetector';

const instance = (...lines: string[]) =>
  `resource "aws_db_instance" "shop" {\n${lines.join('\n')}\n}\n`;

describe('managedDatabasesDetector', () => {
  it('reads what the definition promises, and where', async () => {
    const { facts, origins } = await runDetector(managedDatabasesDetector, {
      files: {
        'infra/main.tf': instance(
          '  engine = "postgres"',
          '  multi_az = true',
          '  storage_encrypted = false',
        ),
      },
    });
    expect(facts).toEqual({
      'datastore.failover': true,
      'datastore.encryptedAtRest': false,
    });
    expect(origins).toEqual({
      'datastore.failover': 'infra/main.tf:3',
      'datastore.encryptedAtRest': 'infra/main.tf:4',
    });
  });

  it('takes what is not written for off, and one that fails for all', async () => {
    const { facts, origins } = await runDetector(managedDatabasesDetector, {
      files: {
        'a.tf': 'resource "aws_dynamodb_table" "a" {\n}\n',
        'b.tf': instance('  storage_encrypted = true'),
      },
    });
    expect(facts).toEqual({
      'datastore.failover': false,
      'datastore.encryptedAtRest': true,
    });
    expect(origins['datastore.failover']).toBe('b.tf:1');
  });

  it('does not guess what a variable holds', async () => {
    const { facts, gaps } = await runDetector(managedDatabasesDetector, {
      files: {
        'a.tf': instance(
          '  multi_az = var.zones',
          '  storage_encrypted = true',
        ),
      },
    });
    expect(facts).toEqual({ 'datastore.encryptedAtRest': true });
    expect(gaps['datastore.failover']).toEqual([
      expect.stringContaining('a.tf:2'),
    ]);
  });

  it('leaves replicas and other resources aside', async () => {
    const { facts, gaps } = await runDetector(managedDatabasesDetector, {
      files: {
        'a.tf': `${instance(
          '  replicate_source_db = "x"',
        )}resource "aws_s3_bucket" "b" {\n}\n`,
      },
    });
    expect(facts).toEqual({});
    expect(gaps).toEqual({});
  });
});
