import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Frame } from '../components';
import { AlertsPanel } from '../live/AlertsPanel';
import { readinessTranslationRef } from '../translation';

/**
 * The card "Alerts": what fires, what is kept quiet, what was resolved lately.
 *
 * @public
 */
export function EntityAlertsCard() {
  const { t } = useTranslationRef(readinessTranslationRef);
  const { entity } = useEntity();
  return (
    <Frame>
      <AlertsPanel
        entityRef={stringifyEntityRef(entity)}
        title={t('alerts.cardTitle')}
      />
    </Frame>
  );
}
