import { secretsInClearDetector } from './secretsInClear';
import { runDetector } from './testing/createTestContext';

// Put together here, so that no scanner takes the test itself for a leak.
const awsKey = ['AKIA', 'QWERTYUIOPASDF12'].join('');
const password = ['s3cr', 'Et7hAx9QzLmP'].join('');
const address = (host: string, word = password, user = 'billing') =>
  ['postgres://', user, ':', word, '@', host, '/a'].join('');

function detect(files: Record<string, string>, manifests: string[] = []) {
  return runDetector(secretsInClearDetector, { files, manifests });
}

describe('secretsInClearDetector', () => {
  it.each([
    ['src/s3.ts', `const key = '${awsKey}';`, 'an AWS access key'],
    ['.env', `A=1\nDB_PASSWORD=${password}`, 'a secret by its name'],
    [
      'deploy/id_rsa',
      ['-----BEGIN ', 'RSA PRIVATE KEY-----'].join(''),
      'a private key',
    ],
    [
      'config/app.yaml',
      `url: ${address('db.internal')}`,
      'a connection string with a password',
    ],
    ['docs/setup.md', `aws ${awsKey}`, 'an AWS access key'],
  ])('finds what %s holds', async (path, text, looksLike) => {
    const line = text.split('\n').length;
    const findings = await detect({ [path]: text });
    expect(findings.facts).toEqual({
      'secrets.inClear': [`${path}:${line} ${looksLike}`],
    });
    expect(findings.origins['secrets.inClear']).toBe(`${path}:${line}`);
  });

  it('never states the value', async () => {
    const findings = await detect({
      '.env': `DB_PASSWORD=${password}`,
      'a.ts': awsKey,
    });
    const everything = JSON.stringify(findings);
    expect(everything).not.toContain(password);
    expect(everything).not.toContain(awsKey);
  });

  it.each([
    ['.env.example', `DB_PASSWORD=${password}`],
    ['test/keys.ts', awsKey],
    ['src/s3.test.ts', awsKey],
    ['yarn.lock', awsKey],
    ['logo.png', awsKey],
    ['.env', 'DB_PASSWORD=changeme-please-1234567'],
    ['.env', 'DB_PASSWORD=${VAULT_PASSWORD_12345}'],
    ['src/a.ts', 'const token = process.env.API_TOKEN_12345678;'],
    ['config/app.yaml', `url: ${address('localhost')}`],
    ['config/app.yaml', `url: ${address('db', 'postgres', 'postgres')}`],
    ['config/app.yaml', `url: ${address('db', 'not-a-real-password')}`],
    ['docs/setup.md', `password: ${password}`],
    ['src/s3.ts', ['AKIA', 'IOSFODNN7EXAMPLE'].join('')],
  ])('leaves %s with %s out', async (path, text) => {
    const findings = await detect({ [path]: text });
    expect(findings.facts).toEqual({ 'secrets.inClear': [] });
  });

  it('finds what a committed Secret holds', async () => {
    const secret = (data: string) =>
      `apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n${data}\n`;
    const findings = await detect(
      {
        'a.yaml': secret(
          `data:\n  password: ${Buffer.from(password).toString('base64')}`,
        ),
        'b.yaml': secret(`stringData:\n  password: changeme`),
        'c.yaml': secret(
          `data:\n  password: ENC[AES256_GCM,data:abc]\nsops: { version: 3 }`,
        ),
      },
      ['a.yaml', 'b.yaml', 'c.yaml'],
    );
    expect(findings.facts).toEqual({
      'secrets.inClear': ['a.yaml:5 a secret by its name, in a Secret'],
    });
  });

  it('leaves variables in manifests to the facts about workloads', async () => {
    const findings = await detect(
      {
        'a.yaml': `kind: Deployment\nmetadata: { name: a, annotations: { url: "${address(
          'db',
        )}" } }\n`,
      },
      ['a.yaml'],
    );
    expect(findings.facts).toEqual({ 'secrets.inClear': [] });
  });
});
