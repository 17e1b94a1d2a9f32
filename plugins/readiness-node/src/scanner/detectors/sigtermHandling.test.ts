import { detectSigtermHandling } from './sigtermHandling';
import { createTestContext } from './testing/createTestContext';

function detect(files: Record<string, string>) {
  return detectSigtermHandling(createTestContext({ files }).context);
}

describe('detectSigtermHandling', () => {
  it.each([
    [
      'src/server.ts',
      "listen();\nprocess.on('SIGTERM', () => app.close());",
      2,
    ],
    ['src/server.ts', 'closeWithGrace({ delay: 500 }, () => app.close());', 1],
    [
      'main.go',
      'ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)',
      1,
    ],
    ['app/main.py', 'import signal\nsignal.signal(signal.SIGTERM, stop)', 2],
    [
      'src/main/java/Main.java',
      'Runtime.getRuntime().addShutdownHook(new Thread(server::stop));',
      1,
    ],
    [
      'src/main.rs',
      'axum::serve(l, app).with_graceful_shutdown(signal()).await',
      1,
    ],
  ])('sees it in %s: %s', async (path, text, line) => {
    expect(await detect({ [path]: text })).toEqual({
      handled: true,
      origin: { file: path, line },
    });
  });

  it('takes the setting of Spring', async () => {
    const path = 'src/main/resources/application.yaml';
    expect(
      await detect({
        'src/main/java/A.java': 'class A {}',
        [path]: 'server:\n  shutdown: graceful\n',
      }),
    ).toEqual({
      handled: true,
      origin: { file: path, line: 2 },
    });
    expect(
      await detect({
        'src/main/java/A.java': 'class A {}',
        [path]: 'server: { shutdown: immediate }',
      }),
    ).toMatchObject({
      handled: false,
    });
  });

  it('trusts a server that stops gracefully, unless a shell stands before it', async () => {
    const files = {
      'requirements.txt': 'uvicorn==0.32\n',
      'app/main.py': 'app = FastAPI()',
    };
    expect(
      await detect({
        ...files,
        Dockerfile: 'FROM a\nCMD ["uvicorn", "app.main:app"]\n',
      }),
    ).toEqual({
      handled: true,
      origin: { file: 'requirements.txt', line: 1 },
    });
    expect(
      await detect({
        ...files,
        Dockerfile: 'FROM a\nCMD uvicorn app.main:app\n',
      }),
    ).toEqual({
      handled: false,
      origin: { file: 'Dockerfile', line: 2 },
    });
  });

  it('states false where the source has no handler', async () => {
    expect(
      await detect({ 'src/server.ts': "// process.on('SIGTERM')\nlisten();" }),
    ).toEqual({
      handled: false,
      origin: { file: 'src/server.ts' },
    });
  });

  it('cannot tell without source', async () => {
    expect(await detect({ 'deploy.yaml': 'kind: Deployment' })).toEqual({
      handled: undefined,
    });
  });
});
