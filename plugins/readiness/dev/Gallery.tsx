import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import {
  AgeText,
  DriftNote,
  EvidenceLine,
  Frame,
  LevelBadge,
  LinkStateChip,
  OutsideLink,
  Meter,
  MeterKey,
  Panel,
  PassTrend,
  ProblemState,
  Ring,
  StatusChip,
  StatusGlyph,
  StrengthLabel,
} from '../src/components';
import { declared, observed } from './explain';
import { ago, fleet } from './fleet';
import { passPoints } from '../src/entity/TrendPanel';
import { serviceTrend } from './trends';

const useStyles = makeStyles({
  root: { display: 'grid', gap: 16, padding: '16px 0' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 16,
    padding: '0 20px 20px',
  },
  wide: { padding: '0 20px 20px' },
});

const statuses = [
  'pass',
  'fail',
  'unknown',
  'not-applicable',
  'accepted',
] as const;

const linkStates = [
  'ok',
  'not-linked',
  'not-found',
  'disabled',
  'denied',
  'stale',
  'error',
] as const;

function Story({ title, children }: { title: string; children: ReactNode }) {
  const classes = useStyles();
  return (
    <Panel title={title}>
      <div className={classes.row}>{children}</div>
    </Panel>
  );
}

/** Every shared component in every state, to look at. */
export function Gallery() {
  const classes = useStyles();
  const row = fleet[0];
  const trend = serviceTrend(row);
  return (
    <Frame page>
      <div className={classes.root}>
        <Story title="StatusGlyph and StatusChip">
          {statuses.map(status => (
            <span key={status}>
              <StatusGlyph status={status} /> <StatusChip status={status} />
            </span>
          ))}
          <StatusGlyph status="pass" quiet />
        </Story>
        <Story title="LevelBadge">
          {['No level', 'Bronze', 'Silver', 'Gold'].map((title, rank) => (
            <span key={title}>
              <LevelBadge rank={rank} title={title} variant="large" />{' '}
              <LevelBadge rank={rank} title={title} />{' '}
              <LevelBadge rank={rank} title={title} variant="chip" />
            </span>
          ))}
        </Story>
        <Story title="Ring">
          {[row, fleet[1], fleet[69]].map(({ ref, counts }) => (
            <Ring key={ref} counts={counts} />
          ))}
          <Ring size={84} counts={row.counts} />
          <Ring
            counts={{
              pass: 0,
              fail: 0,
              unknown: 0,
              accepted: 0,
              'not-applicable': 3,
            }}
          />
        </Story>
        <Panel title="Meter">
          <div className={classes.wide}>
            <MeterKey />
            <Meter counts={row.counts} height={10} />
          </div>
        </Panel>
        <Story title="StrengthLabel, LinkStateChip, AgeText">
          <StrengthLabel strength="observed" />
          <StrengthLabel strength="declared" />
          <StrengthLabel strength="attested" weaker />
          {linkStates.map(status => (
            <LinkStateChip key={status} status={status} />
          ))}
          <AgeText moment={ago({ minutes: 3 })} />
          <AgeText moment={ago({ days: 9 })} form="old" />
          <AgeText moment={ago({ days: 90 })} />
        </Story>
        <Story title="OutsideLink">
          <OutsideLink to="https://example.com/runbook">Runbook</OutsideLink>
          <OutsideLink quiet to="https://example.com/2026.11.23-2">
            2026.11.23-2
          </OutsideLink>
          <OutsideLink to="file:///etc/hosts">not from the web</OutsideLink>
        </Story>
        <Panel title="EvidenceLine and DriftNote">
          <div className={classes.wide}>
            <EvidenceLine
              line={observed(
                'workload.minReplicas',
                3,
                'Deployment/payments/payments-api',
              )}
            />
            <EvidenceLine
              line={{
                ...declared('workload.minReplicas', 2, 'deploy/api.yaml', 7, {
                  decided: false,
                }),
                says: 2,
              }}
            />
            <DriftNote
              sourceTitles={new Map()}
              drift={{
                fact: 'workload.minReplicas',
                declared: 2,
                observed: 3,
                declaredSource: 'repository',
                observedSource: 'kubernetes:prod-eu-1',
                file: 'deploy/api.yaml',
                line: 7,
              }}
            />
          </div>
        </Panel>
        <Panel title="PassTrend">
          <div style={{ width: 324, padding: 16 }}>
            <PassTrend
              points={passPoints(trend)}
              changes={trend.checklistChanges}
              label="Checks passing"
            />
          </div>
        </Panel>
        {(['no-access', 'not-found', 'failed'] as const).map(kind => (
          <Panel key={kind} title={`ProblemState, ${kind}`}>
            <ProblemState
              what="scorecard"
              onRetry={() => {}}
              problem={{
                kind,
                message: '503, database unavailable',
                details: 'ServiceUnavailableError: 503',
                at: ago({ minutes: 1 }),
              }}
            />
          </Panel>
        ))}
      </div>
    </Frame>
  );
}
