import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describeIfInstalled } from '../__testUtils__/describeIfInstalled';
import { resolveRoutes } from './resolveRoutes';
import { parseRouteTree } from './RouteTree';

const run = promisify(execFile);

/** `continue`, regular expressions, negation, both old forms, four levels. */
const CONFIG = String.raw`
route:
  receiver: fallback
  routes:
    - matchers: [alertname=~"Watchdog|InfoInhibitor"]
      receiver: nobody
    - matchers: ['severity=~"page|critical"', 'environment!~"dev.*|test"']
      receiver: pager
      continue: true
      routes:
        - match: { team: payments }
          receiver: payments-pager
          routes:
            - matchers: ["{service=~\"ledger-.+\", region!=\"\"}"]
              receiver: ledger-pager
              continue: true
            - matchers: [service=ledger-eu]
              receiver: ledger-eu-pager
            - match_re: { service: "card(s|-.*)?" }
              continue: true
        - match_re: { team: "(data|search)-[0-9]+" }
          receiver: data-pager
          continue: true
        - matchers: [team=data-7]
          receiver: data-seven-pager
    - matchers: ['severity = "page"', "team = platform"]
      receiver: platform-pager
    - match: { team: payments }
      match_re: { severity: "warn.*|info" }
      receiver: payments-chat
      continue: true
    - matchers: ['message="says \"hi, all\""']
      receiver: quoted
    - matchers: ['path=~"C:\\\\.*"']
      receiver: windows
    - matchers: ['code=~"5\d\d"']
      receiver: errors
    - matchers: ['team=~".+"', 'team!="payments"']
      receiver: team-chat
      routes:
        - matchers: ['owner=""']
          receiver: unowned-chat
        - matchers: ['größe="x"']
          receiver: never
receivers:
  - name: fallback
  - name: nobody
  - name: pager
  - name: payments-pager
  - name: ledger-pager
  - name: ledger-eu-pager
  - name: data-pager
  - name: data-seven-pager
  - name: platform-pager
  - name: payments-chat
  - name: quoted
  - name: windows
  - name: errors
  - name: team-chat
  - name: unowned-chat
  - name: never
`;

const TEAMS = ['payments', 'data-7', 'search-12', 'platform', 'web'];
const SEVERITIES = ['page', 'critical', 'warning'];

const LABEL_SETS: Array<Record<string, string>> = [
  {},
  { alertname: 'Watchdog' },
  { alertname: 'Watchdogs' },
  { alertname: 'InfoInhibitor', severity: 'page', team: 'payments' },
  ...TEAMS.flatMap(team => SEVERITIES.map(severity => ({ team, severity }))),
  { severity: 'pages' },
  { severity: 'page' },
  { severity: 'page', environment: 'development' },
  { severity: 'page', environment: 'test' },
  { severity: 'page', environment: 'testing' },
  { severity: 'page', environment: 'test', team: 'platform' },
  { severity: 'page', team: 'payments', service: 'ledger-eu' },
  { severity: 'page', team: 'payments', service: 'ledger-eu', region: 'eu' },
  { severity: 'page', team: 'payments', service: 'ledger-us', region: 'us' },
  { severity: 'page', team: 'payments', service: 'ledger-', region: 'us' },
  { severity: 'page', team: 'payments', service: 'cards' },
  { severity: 'critical', team: 'payments', service: 'card-issuing' },
  { severity: 'critical', team: 'payments', service: 'cardinal' },
  { severity: 'info', team: 'payments', code: '503' },
  { severity: 'none', team: 'payments', code: '503' },
  { code: '5030' },
  { code: '50x' },
  { message: 'says "hi, all"' },
  { message: 'says hi' },
  { path: 'C:\\temp' },
  { path: 'D:\\temp' },
  { team: 'web', owner: 'a-person' },
  { team: 'web', owner: '' },
  { team: 'search-', severity: 'page' },
];

// One process for each label set.
jest.setTimeout(120_000);

describeIfInstalled('amtool')('routing beside amtool', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'airworthy-amtool-'));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function askAmtool(labels: Record<string, string>): Promise<string> {
    const { stdout } = await run('amtool', [
      'config',
      'routes',
      'test',
      `--config.file=${join(folder, 'alertmanager.yml')}`,
      ...Object.entries(labels).map(
        ([name, value]) =>
          `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
      ),
    ]);
    return stdout.trim();
  }

  it('has label sets enough, that reach most receivers', () => {
    const { root } = parseRouteTree(CONFIG);
    const reached = new Set(
      LABEL_SETS.flatMap(labels => resolveRoutes(root, labels)),
    );
    expect(LABEL_SETS.length).toBeGreaterThanOrEqual(30);
    expect(reached.size).toBeGreaterThanOrEqual(14);
  });

  it('agrees on every label set', async () => {
    // The one label name that Alertmanager 0.25 cannot read yet.
    const config = CONFIG.replace('größe', 'size');
    await writeFile(join(folder, 'alertmanager.yml'), config);
    const { root } = parseRouteTree(config);
    const told: Array<[Record<string, string>, string]> = [];
    for (const labels of LABEL_SETS) {
      told.push([labels, await askAmtool(labels)]);
    }
    expect(
      LABEL_SETS.map(labels => [labels, resolveRoutes(root, labels).join(',')]),
    ).toEqual(told);
  });
});
