import { findSecretInVariable, findSecretsInText } from './findSecrets';

/** Joined here so that no scanner takes this file for a leak. */
const join = (...parts: string[]) => parts.join('');

describe('findSecretInVariable', () => {
  it.each([
    ['SECRET_BLAH', 'secretsquirrels'],
    ['DB_PASSWORD', 'hunter2'],
    ['DB_PASSWORD', '123456'],
    ['dbPassword', 'hunter2'],
    ['PGPASSWORD', 'hunter2'],
    ['API_KEY', 'a8f5f167f44f4964'],
    ['AUTH_TOKEN', 'letmein'],
    ['GREETING', join('AKIA', 'IOSFODNN7EXAMPLE')],
    ['GREETING', join('ghp_', 'a'.repeat(36))],
    ['DATABASE_URL', 'postgres://app:hunter2@db:5432/app'],
    ['config.yaml', 'a: 1\nurl: amqp://app:hunter2@queue:5672\n'],
    ['key.pem', join('-----BEGIN RSA PRIVATE', ' KEY-----\nabc')],
  ])('finds a secret in %s', (name, value) => {
    expect(findSecretInVariable(name, value)).toEqual({
      looksLike: expect.any(String),
    });
  });

  it.each([
    ['BLAH', 'secretsquirrels'],
    ['DB_PASSWORD', ''],
    ['DB_PASSWORD', '$(OTHER)'],
    ['DB_PASSWORD', '<set by the pipeline>'],
    ['DB_PASSWORD', 'vault:secret/data/db#password'],
    ['DB_PASSWORD_FILE', '/run/secrets/db'],
    ['SECRET_NAME', 'payments'],
    ['TOKEN_TTL', '3600'],
    ['MAX_TOKENS', '4096'],
    ['CLIENT_SECRET', '/etc/secrets/client'],
    ['IMAGE_PULL_SECRET', 'registry-credentials'],
    ['PASSWORD_REQUIRED', 'true'],
    ['DATABASE_URL', 'postgres://app:$(PASSWORD)@db:5432/app'],
    ['DATABASE_URL', 'postgres://db:5432/app'],
    ['MONKEY', 'banana'],
  ])('finds none in %s=%s', (name, value) => {
    expect(findSecretInVariable(name, value)).toBeUndefined();
  });

  it('never says the value', () => {
    expect(
      JSON.stringify(findSecretInVariable('DB_PASSWORD', 'hunter2')),
    ).not.toContain('hunter2');
  });
});

describe('findSecretsInText', () => {
  it('names the line and what it looks like', () => {
    const text = [
      'region: eu-1',
      `token: ${join('xoxb-', '123456789012-abcdefghij')}`,
      'apiKey = "q7Zt1Xc9Vb3Nm5Lk8Jh2Gf4Ds6Pa0"',
    ].join('\n');
    expect(findSecretsInText(text)).toEqual([
      { line: 2, looksLike: 'a Slack token' },
      { line: 3, looksLike: 'a secret by its name' },
    ]);
  });

  it.each([
    'const token = process.env.API_TOKEN1234;',
    'password: ${DATABASE_PASSWORD_1}',
    'secretName: payments-database-credentials',
    'token: aaaaaaaaaaaaaaaaaaaaaaa1',
  ])('leaves %s alone', line => {
    expect(findSecretsInText(line)).toEqual([]);
  });

  it('does not slow down on a line made to be slow', () => {
    const lines = [
      `eyJ${'a'.repeat(1900)}.eyJ${'a'.repeat(1900)}`,
      `postgres://${':'.repeat(3000)}`,
      `${'a'.repeat(4000)}`,
    ];
    expect(findSecretsInText(lines.join('\n'))).toEqual([]);
  });
});
