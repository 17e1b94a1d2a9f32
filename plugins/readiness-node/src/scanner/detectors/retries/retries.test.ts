import { runDetector } from '../testing/createTestContext';
import { retriesDetector } from './retries';

function npm(name: string, source: string) {
  return {
    'package.json': JSON.stringify({ dependencies: { [name]: '1' } }),
    'src/a.ts': source,
  };
}

function python(name: string, source: string) {
  return { 'requirements.txt': `${name}==1\n`, 'app/a.py': source };
}

function detect(files: Record<string, string>, manifests: string[] = []) {
  return runDetector(retriesDetector, { files, manifests });
}

describe('retriesDetector', () => {
  it.each<[string, Record<string, string>]>([
    ['cockatiel', npm('cockatiel', 'retry(handleAll, { maxAttempts: 3 })')],
    ['opossum', npm('opossum', 'new CircuitBreaker(call, { timeout: 3000 })')],
    ['p-retry', npm('p-retry', 'await pRetry(run, { retries: 5 })')],
    [
      'tenacity',
      python(
        'tenacity',
        'from tenacity import retry\n@retry(\n  stop=stop_after_attempt(3),\n)\ndef a(): pass',
      ),
    ],
    [
      'backoff',
      python(
        'backoff',
        '@backoff.on_exception(backoff.expo, E, max_tries=3)\ndef a(): pass',
      ),
    ],
    [
      'github.com/cenkalti/backoff',
      {
        'go.mod': 'module a\nrequire github.com/cenkalti/backoff/v4 v4.3.0\n',
        'a.go': 'backoff.Retry(f, backoff.WithMaxRetries(b, 3))',
      },
    ],
    [
      'io.github.resilience4j:resilience4j-spring-boot3',
      {
        'pom.xml':
          '<dependency><groupId>io.github.resilience4j</groupId><artifactId>resilience4j-spring-boot3</artifactId></dependency>',
        'src/main/java/A.java': '@Retry(name = "a")\nclass A {}',
      },
    ],
  ])('sees that %s bounds the retries', async (name, files) => {
    const findings = await detect(files);
    expect(findings.facts).toEqual({
      'retries.bounded': true,
      'retries.by': [name],
    });
    expect(findings.origins['retries.bounded']).toMatch(/:\d+$/);
  });

  it.each<[string, Record<string, string>]>([
    ['async-retry', npm('async-retry', 'retry(run, { forever: true })')],
    [
      'cockatiel',
      npm('cockatiel', 'retry(handleAll, { maxAttempts: Infinity })'),
    ],
    [
      'tenacity without a stop',
      python(
        'tenacity',
        'from tenacity import retry\n@retry\ndef a():\n  stop = 1',
      ),
    ],
    [
      'tenacity',
      python(
        'tenacity',
        'from tenacity import retry\n@retry(wait=wait_fixed(1))\ndef a(): pass',
      ),
    ],
  ])('sees that %s has no end', async (_name, files) => {
    expect((await detect(files)).facts['retries.bounded']).toBe(false);
  });

  it.each([
    [
      'a.java',
      'while (true) {\n try { return call(); } catch (E e) { log("again"); }\n}',
    ],
    [
      'a.ts',
      'for (;;) { try { await call(); break; } catch { await sleep(1); } }',
    ],
    [
      'a.go',
      'for {\n err := call()\n if err == nil || ctx.Err() != nil {\n break\n }\n time.Sleep(1)\n}',
    ],
    [
      'a.py',
      'while True:\n    try:\n        call()\n        break\n    except Error:\n        sleep(1)\nprint()',
    ],
  ])('sees a loop without end in %s', async (path, source) => {
    const findings = await detect({ [path]: source });
    expect(findings.facts['retries.bounded']).toBe(false);
    expect(findings.origins['retries.bounded']).toBe(`${path}:1`);
  });

  it.each([
    [
      'a.ts',
      'while (true) { try { await handle(await next()); } catch { log(); } }',
    ],
    [
      'a.ts',
      'while (true) { try { return await call(); } catch (e) { if (attempts++ > 3) throw e; } }',
    ],
    [
      'a.ts',
      'while (true) { try { return await call(); } catch (e) { throw e; } }',
    ],
    [
      'a.go',
      'for {\n err := call()\n if err == nil {\n break\n }\n if attempts >= 3 {\n return err\n }\n}',
    ],
    [
      'a.py',
      'while True:\n    try:\n        handle(next())\n    except Error:\n        log()\n',
    ],
  ])(
    'takes no worker and no counted loop in %s for one',
    async (path, source) => {
      const findings = await detect({ [path]: source });
      expect(findings.facts['retries.bounded']).toBeUndefined();
      expect(findings.gaps['retries.bounded']).toHaveLength(1);
    },
  );

  it('knows the policies of a mesh', async () => {
    const findings = await detect(
      {
        'vs.yaml':
          'kind: VirtualService\nmetadata: { name: a }\nspec:\n  http:\n    - retries: { attempts: 3 }\n',
      },
      ['vs.yaml'],
    );
    expect(findings.facts).toEqual({
      'retries.bounded': true,
      'retries.by': ['Istio'],
    });
    expect(findings.origins['retries.bounded']).toBe('vs.yaml:5');
  });

  it('cannot tell where no library is put to use', async () => {
    const findings = await detect(
      npm('cockatiel', "import { timeout } from 'cockatiel';"),
    );
    expect(findings.facts).toEqual({ 'retries.by': [] });
    expect(findings.gaps['retries.bounded']).toHaveLength(1);
  });
});
