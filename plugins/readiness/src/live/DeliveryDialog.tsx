import { makeStyles } from '@material-ui/core/styles';
import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import {
  ActionButton,
  DialogFrame,
  FilterSelect,
  Refetching,
  tokensOf,
} from '../components';
import { useResource } from '../hooks/useResource';
import { readinessTranslationRef } from '../translation';
import { DeploymentsTable } from './DeploymentsTable';
import { MetricsTable } from './MetricsTable';
import { PanelSkeleton } from './PanelSkeleton';

const useStyles = makeStyles(
  theme => ({
    heading: {
      margin: 0,
      padding: '12px 20px 4px',
      fontSize: 14,
      lineHeight: '20px',
      fontWeight: 700,
      letterSpacing: 0,
    },
    note: {
      margin: 0,
      padding: '6px 20px 8px',
      color: tokensOf(theme).textSecondary,
      fontSize: 12.5,
      lineHeight: '18px',
    },
  }),
  { name: 'AirworthyDeliveryDialog' },
);

const READ = 50;

/** @internal */
export interface DeliveryDialogProps {
  entityRef: string;
  /** The environment to begin at; the one that counts unless told. */
  environment?: string;
  onClose: () => void;
}

/** The deployments of one service, and what its delivery metrics rest on. */
export function DeliveryDialog(props: DeliveryDialogProps) {
  const { entityRef, onClose } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const checklist = useResource('checklist ', api => api.getChecklist({}));
  const environments = checklist.value?.environments ?? [];
  const [chosen, setChosen] = useState(props.environment);
  const environment = chosen ?? environments[0];
  const deployments = useResource(
    `deployments ${entityRef} ${environment ?? ''} ${READ}`,
    api => api.listDeployments(entityRef, { environment, limit: READ }),
    { keep: true },
  );
  const { value, problem } = deployments;
  return (
    <DialogFrame
      title={t('delivery.title', { name: parseEntityRef(entityRef).name })}
      maxWidth="lg"
      onClose={onClose}
      controls={
        environment &&
        environments.length > 1 && (
          <FilterSelect
            label={t('filters.environment')}
            value={environment}
            options={environments.map(name => ({ value: name, label: name }))}
            onChange={setChosen}
          />
        )
      }
      actions={
        <ActionButton onClick={onClose}>{t('delivery.close')}</ActionButton>
      }
    >
      <Refetching active={deployments.loading && Boolean(value)} />
      {!value && !problem && <PanelSkeleton label={t('deployments.loading')} />}
      {problem && (
        <p className={classes.note} role="alert">
          {t('deployments.failed', { message: problem.message })}
        </p>
      )}
      {value && (
        <>
          <h3 className={classes.heading}>{t('delivery.metrics')}</h3>
          <MetricsTable metrics={value.metrics} />
          <p className={classes.note}>{t('delivery.note')}</p>
          <h3 className={classes.heading}>{t('delivery.list')}</h3>
          {value.items.length > 0 ? (
            <DeploymentsTable items={value.items} />
          ) : (
            <p className={classes.note}>{t('deployments.none')}</p>
          )}
        </>
      )}
    </DialogFrame>
  );
}
