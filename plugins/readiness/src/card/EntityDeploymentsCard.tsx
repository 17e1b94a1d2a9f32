import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Frame } from '../components';
import { DeploymentsPanel } from '../live/DeploymentsPanel';
import { readinessTranslationRef } from '../translation';

/**
 * The card "Deployments": what runs, the last deployments, how often there is
 * one.
 *
 * @public
 */
export function EntityDeploymentsCard() {
  const { t } = useTranslationRef(readinessTranslationRef);
  const { entity } = useEntity();
  return (
    <Frame>
      <DeploymentsPanel
        entityRef={stringifyEntityRef(entity)}
        title={t('deployments.cardTitle')}
      />
    </Frame>
  );
}
