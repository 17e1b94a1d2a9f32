import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import { AgeText, Notice } from '../components';
import { useResource } from '../hooks/useResource';
import { readinessTranslationRef } from '../translation';

/** Above usable rows: which sources do not answer, and since when. */
export function FailingSourcesNotice() {
  const { t } = useTranslationRef(readinessTranslationRef);
  const sources = useResource('sources', api => api.listSources());
  const failing =
    sources.value?.items.filter(source => source.status === 'failing') ?? [];
  if (failing.length === 0) {
    return null;
  }
  return (
    <Notice tone="attention" role="status" icon={<ErrorOutlineIcon />}>
      {failing.map(source => (
        <div key={source.id}>
          <strong>{t('fleet.sourceFails', { title: source.title })}</strong>{' '}
          {source.lastSucceededAt && (
            <>
              {t('fleet.sourceLast')}{' '}
              <AgeText moment={source.lastSucceededAt} />
              {'. '}
            </>
          )}
          {source.errors[0]?.message}
        </div>
      ))}{' '}
      {t('fleet.sourceKept')}
    </Notice>
  );
}
