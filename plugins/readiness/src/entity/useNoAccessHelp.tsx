import GroupIcon from '@material-ui/icons/Group';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
  getEntityRelations,
  useEntity,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { ActionButton } from '../components';
import { readinessTranslationRef } from '../translation';

/** Whom to ask where the reader may see the service but not its scorecard. */
export function useNoAccessHelp() {
  const { t } = useTranslationRef(readinessTranslationRef);
  const { entity } = useEntity();
  const entityRoute = useRouteRef(entityRouteRef);
  const [owner] = getEntityRelations(entity, 'ownedBy');
  const { primaryTitle } = useEntityPresentation(owner ?? entity);
  if (!owner) {
    return undefined;
  }
  return {
    text: t('problem.noAccess.ask', { owner: primaryTitle }),
    actions: (
      <ActionButton
        icon={<GroupIcon />}
        to={entityRoute(entityRouteParams(owner))}
      >
        {t('problem.noAccess.open', { owner: primaryTitle })}
      </ActionButton>
    ),
  };
}
