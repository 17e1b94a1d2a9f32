import type { Deployment } from '../Deployment';
import type { Incident } from '../Incident';
import { describeDuration } from './describeDuration';
import { deploymentRhythm } from './deploymentRhythm';
import { findFailures, type EndedDeployment } from './findFailures';
import { median } from './median';
import type { DoraBasis, DoraMetric, DoraMetrics } from './types';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Days that the metrics look back: three months, which are thirteen weeks.
 *
 * @public
 */
export const DORA_WINDOW_DAYS = 91;

const NO_DEPLOYMENT = 'no deployment ended in the last three months';

/**
 * The delivery metrics of one service in one environment over the last three
 * months.
 *
 * An ended deployment failed where it says so, where the next one that
 * succeeded is a rollback or rework, or where an incident began within a day of
 * its end and before the next one. It was recovered from when that incident was
 * resolved, or else when the next one succeeded. A rollback is no change, so
 * that it can only be rework. All of this is told by time alone: nobody says
 * which deployment an incident is about.
 *
 * @param now - milliseconds since the epoch
 * @public
 */
export function computeDoraMetrics(input: {
  deployments: readonly Deployment[];
  incidents: readonly Incident[];
  now: number;
}): DoraMetrics {
  const since = input.now - DORA_WINDOW_DAYS * DAY_MS;
  const within = (at: number) => at >= since && at <= input.now;
  const ended = endedDeployments(input.deployments).filter(({ end }) =>
    within(end),
  );
  const incidents = input.incidents.filter(incident =>
    within(Date.parse(incident.startedAt)),
  );
  const basis = (deployments: number, used = 0): DoraBasis => ({
    deployments,
    incidents: used,
    since: new Date(since).toISOString(),
    until: new Date(input.now).toISOString(),
  });
  return {
    leadTime: leadTime(ended, basis),
    deploymentFrequency: frequency(ended, { since, basis }),
    ...failures(ended, incidents, basis),
    deploymentReworkRate: reworkRate(ended, incidents, basis),
  };
}

type BasisOf = (deployments: number, incidents?: number) => DoraBasis;

function endedDeployments(
  deployments: readonly Deployment[],
): EndedDeployment[] {
  return deployments
    .flatMap(deployment => {
      const end = Date.parse(
        deployment.finishedAt ?? deployment.startedAt ?? '',
      );
      return deployment.result === 'in-progress' || Number.isNaN(end)
        ? []
        : { deployment, end };
    })
    .sort((a, b) => a.end - b.end);
}

function leadTime(
  ended: readonly EndedDeployment[],
  basis: BasisOf,
): DoraMetric {
  const times = ended.flatMap(({ deployment, end }) => {
    const seconds = leadTimeSeconds(deployment);
    return deployment.result === 'succeeded' &&
      !deployment.rollback &&
      seconds !== undefined
      ? { seconds, end }
      : [];
  });
  const value = median(times.map(({ seconds }) => seconds));
  return value === undefined
    ? unknown(
        'seconds',
        basis(0),
        ended.length === 0
          ? NO_DEPLOYMENT
          : 'no deployment that succeeded tells when its commit was made',
      )
    : {
        value,
        unit: 'seconds',
        words: describeDuration(value),
        from: basis(times.length),
      };
}

/**
 * Seconds from the commit of a deployment to its end; nothing where either is
 * not known, and where the commit is not older.
 *
 * @public
 */
export function leadTimeSeconds(
  deployment: Pick<Deployment, 'commit' | 'finishedAt'>,
): number | undefined {
  const committed = Date.parse(deployment.commit?.committedAt ?? '');
  const finished = Date.parse(deployment.finishedAt ?? '');
  const seconds = Math.round((finished - committed) / 1000);
  return seconds > 0 ? seconds : undefined;
}

function frequency(
  ended: readonly EndedDeployment[],
  options: { since: number; basis: BasisOf },
): DoraMetric {
  const { since, basis } = options;
  const ends = ended
    .filter(({ deployment }) => deployment.result === 'succeeded')
    .map(({ end }) => end);
  const unit = 'deployments per day';
  return ends.length === 0
    ? unknown(unit, basis(0), NO_DEPLOYMENT)
    : {
        value: ends.length / DORA_WINDOW_DAYS,
        unit,
        words: deploymentRhythm(ends, since),
        from: basis(ends.length),
      };
}

function failures(
  ended: readonly EndedDeployment[],
  incidents: readonly Incident[],
  basis: BasisOf,
): Pick<DoraMetrics, 'changeFailRate' | 'failedDeploymentRecoveryTime'> {
  const changes = ended.filter(({ deployment }) => !deployment.rollback);
  if (changes.length === 0) {
    return {
      changeFailRate: unknown('ratio', basis(0), NO_DEPLOYMENT),
      failedDeploymentRecoveryTime: unknown('seconds', basis(0), NO_DEPLOYMENT),
    };
  }
  const failed = findFailures(ended, incidents);
  const used = new Set(failed.flatMap(failure => failure.incidents)).size;
  const recoveries = failed.flatMap(({ recoverySeconds }) =>
    recoverySeconds === undefined ? [] : recoverySeconds,
  );
  const recovery = median(recoveries);
  return {
    changeFailRate: {
      ...ratio(failed.length, changes.length),
      from: basis(changes.length, used),
    },
    failedDeploymentRecoveryTime:
      recovery === undefined
        ? unknown(
            'seconds',
            basis(failed.length, used),
            failed.length === 0
              ? 'no deployment failed'
              : 'no failed deployment was recovered from yet',
          )
        : {
            value: recovery,
            unit: 'seconds',
            words: describeDuration(recovery),
            from: basis(recoveries.length, used),
          },
  };
}

function reworkRate(
  ended: readonly EndedDeployment[],
  incidents: readonly Incident[],
  basis: BasisOf,
): DoraMetric {
  if (ended.length === 0) {
    return unknown('ratio', basis(0), NO_DEPLOYMENT);
  }
  const lasting = incidents.map(incident => ({
    from: Date.parse(incident.startedAt),
    to: incident.resolvedAt ? Date.parse(incident.resolvedAt) : Infinity,
  }));
  const meant = new Set<number>();
  const rework = ended.filter(({ deployment, end }) => {
    const start = deployment.startedAt ? Date.parse(deployment.startedAt) : end;
    const during = lasting.findIndex(
      incident => start >= incident.from && start <= incident.to,
    );
    if (during >= 0) {
      meant.add(during);
    }
    return deployment.rollback || deployment.rework === true || during >= 0;
  });
  return {
    ...ratio(rework.length, ended.length),
    from: basis(ended.length, meant.size),
  };
}

function ratio(
  part: number,
  all: number,
): Pick<DoraMetric, 'value' | 'unit' | 'words'> {
  return { value: part / all, unit: 'ratio', words: `${part} of ${all}` };
}

function unknown(
  unit: DoraMetric['unit'],
  from: DoraBasis,
  missing: string,
): DoraMetric {
  return { unit, words: 'not known', from, missing };
}
