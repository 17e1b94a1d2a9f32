import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DeploymentItem,
  DeploymentList,
} from '@airworthy/plugin-readiness-common';
import { useState, type ReactNode } from 'react';
import { AgeText, OutsideLink, Panel, tokensOf } from '../components';
import { useResource } from '../hooks/useResource';
import { useScorecardsSignal } from '../hooks/useScorecardsSignal';
import { readinessTranslationRef } from '../translation';
import { DeliveryDialog } from './DeliveryDialog';
import { DeploymentGlyph } from './DeploymentGlyph';
import { PanelSkeleton } from './PanelSkeleton';
import { useDeploymentWords } from './useDeploymentWords';
import { useLiveStyles } from './useLiveStyles';
import { useTellers } from './useTellers';

const useStyles = makeStyles(
  theme => ({
    running: { padding: '0 16px 6px' },
    version: {
      fontSize: 15,
      lineHeight: '20px',
      fontWeight: 700,
      margin: 0,
      overflowWrap: 'anywhere',
    },
    state: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '0 6px',
      margin: 0,
      color: tokensOf(theme).textSecondary,
      fontSize: 12.5,
      lineHeight: '20px',
    },
    good: { color: tokensOf(theme).tones.pass.on },
  }),
  { name: 'AirworthyDeploymentsPanel' },
);

const SHOWN = 4;
const READ = 20;
/** Milliseconds between two reads that the back end gives reason for. */
const LIVE_EVERY = 5000;

function DeploymentLine({ deployment }: { deployment: DeploymentItem }) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useLiveStyles();
  const words = useDeploymentWords();
  const moment = words.moment(deployment);
  // How long a failure took says nothing about how fast changes arrive.
  const leadTime =
    deployment.result === 'succeeded' && !deployment.rollback
      ? words.leadTime(deployment)
      : undefined;
  const sha = words.sha(deployment);
  const details: ReactNode[] = [
    // A green tick says it already.
    ...(deployment.result !== 'succeeded' ||
    deployment.rollback ||
    deployment.rework
      ? [words.result(deployment)]
      : []),
    ...(sha && deployment.version
      ? [
          <>
            {t('deployments.commit')}{' '}
            <OutsideLink to={deployment.commit?.url} className={classes.mono}>
              {sha}
            </OutsideLink>
          </>,
        ]
      : []),
    ...(leadTime ? [t('deployments.leadTime', { time: leadTime })] : []),
  ];
  return (
    <li className={classes.item}>
      <DeploymentGlyph deployment={deployment} />
      <span>
        <OutsideLink quiet to={deployment.url}>
          {words.version(deployment)}
        </OutsideLink>
        {deployment.deployedBy &&
          ` ${t('deployments.by', { who: deployment.deployedBy })}`}
        {details.length === 0 && (
          <span className={classes.hidden}>, {words.result(deployment)}</span>
        )}
      </span>
      <span className={classes.side}>
        {moment && <AgeText form="bare" moment={moment} />}
      </span>
      {details.length > 0 && (
        <span className={classes.second}>
          {details.map((detail, index) => (
            <span key={index}>
              {index > 0 && ' · '}
              {detail}
            </span>
          ))}
        </span>
      )}
    </li>
  );
}

function Running({ deployment }: { deployment: DeploymentItem | undefined }) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const words = useDeploymentWords();
  if (!deployment) {
    return (
      <p className={`${classes.running} ${classes.state}`}>
        {t('deployments.neverSucceeded')}
      </p>
    );
  }
  const moment = words.moment(deployment);
  return (
    <div className={classes.running}>
      <p className={classes.version}>{words.version(deployment)}</p>
      <p className={classes.state}>
        <DeploymentGlyph deployment={deployment} />
        <span className={deployment.rollback ? undefined : classes.good}>
          {words.result(deployment)}
        </span>
        <span>
          · {deployment.sourceTitle}
          {moment && (
            <>
              , <AgeText moment={moment} />
            </>
          )}
        </span>
      </p>
    </div>
  );
}

/** `Deployed weekly, lead time 3 hours.` */
function useDeliveryWords({ metrics }: DeploymentList): string {
  const { t } = useTranslationRef(readinessTranslationRef);
  const { deploymentFrequency: frequency, leadTime } = metrics;
  if (frequency.value === undefined) {
    return '';
  }
  return leadTime.value === undefined
    ? t('deployments.frequency', { words: frequency.words })
    : t('deployments.frequencyAndLead', {
        words: frequency.words,
        time: leadTime.words,
      });
}

function Deployments(props: {
  entityRef: string;
  list: DeploymentList;
  environment: string | undefined;
}) {
  const { entityRef, list, environment } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useLiveStyles();
  const delivery = useDeliveryWords(list);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Running
        deployment={list.items.find(({ result }) => result === 'succeeded')}
      />
      <ul className={classes.list}>
        {list.items.slice(0, SHOWN).map(deployment => (
          <DeploymentLine
            key={`${deployment.source} ${deployment.key}`}
            deployment={deployment}
          />
        ))}
      </ul>
      <p className={classes.footer}>
        {delivery && `${delivery}. `}
        <button
          type="button"
          className={classes.linkButton}
          aria-haspopup="dialog"
          aria-label={t('deployments.countedFor')}
          onClick={() => setOpen(true)}
        >
          {t('deployments.counted')}
        </button>
      </p>
      {open && (
        <DeliveryDialog
          entityRef={entityRef}
          environment={environment}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** @internal */
export interface DeploymentsPanelProps {
  entityRef: string;
  /** The environment that counts unless told. */
  environment?: string;
  title?: string;
}

/** What runs now, what was deployed before it, and how often that happens. */
export function DeploymentsPanel(props: DeploymentsPanelProps) {
  const { entityRef, environment, title } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useLiveStyles();
  const tellers = useTellers('deployments');
  const deployments = useResource(
    `deployments ${entityRef} ${environment ?? ''} ${READ}`,
    api => api.listDeployments(entityRef, { environment, limit: READ }),
  );
  useScorecardsSignal(deployments.reload, { every: LIVE_EVERY });
  const { value, problem } = deployments;

  let body: ReactNode = <PanelSkeleton label={t('deployments.loading')} />;
  if (value && value.items.length > 0) {
    body = (
      <Deployments
        entityRef={entityRef}
        list={value}
        environment={environment}
      />
    );
  } else if (value) {
    body = (
      <p className={classes.text}>
        {tellers?.length === 0
          ? t('deployments.noSource')
          : t('deployments.none')}
      </p>
    );
  } else if (problem) {
    body = (
      <p className={classes.text} role="alert">
        {t('deployments.failed', { message: problem.message })}
      </p>
    );
  }
  return (
    <Panel
      dense
      title={title ?? t('deployments.title')}
      note={environment ?? value?.items[0]?.environment}
    >
      {body}
    </Panel>
  );
}
