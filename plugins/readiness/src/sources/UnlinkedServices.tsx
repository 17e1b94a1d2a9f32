import { makeStyles } from '@material-ui/core/styles';
import FileCopyOutlinedIcon from '@material-ui/icons/FileCopyOutlined';
import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  UnlinkedEntity,
  UnlinkedPage,
} from '@airworthy/plugin-readiness-common';
import { problemOf, useCopy } from '@airworthy/plugin-readiness-react';
import { useState } from 'react';
import { readinessApiRef } from '../api/readinessApiRef';
import { ActionButton, LinkStateChip, tokensOf } from '../components';
import { shortRef } from '../fleet/entityNames';
import { useServiceLink } from '../fleet/useServiceLink';
import { useResource } from '../hooks/useResource';
import { PanelSkeleton } from '../live/PanelSkeleton';
import { readinessTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      list: { margin: 0, padding: 0, listStyle: 'none' },
      item: {
        display: 'grid',
        gridTemplateColumns: 'minmax(140px, 1fr) 84px minmax(0, 2fr) auto',
        gap: '2px 12px',
        alignItems: 'center',
        minHeight: 36,
        fontSize: 13,
        lineHeight: '18px',
        overflowWrap: 'anywhere',
        '& + &': { borderTop: `1px solid ${tokens.line}` },
        [theme.breakpoints.down('sm')]: {
          gridTemplateColumns: 'minmax(0, 1fr) auto',
          padding: '6px 0',
        },
      },
      owner: { color: tokens.textSecondary, fontSize: 12.5 },
      code: {
        fontFamily: tokens.fontMonospace,
        fontSize: 12.5,
        padding: '2px 6px',
        borderRadius: 4,
        backgroundColor: tokens.sunken,
      },
      text: { color: tokens.textSecondary },
      foot: {
        display: 'flex',
        alignItems: 'center',
        gap: 12,
        paddingTop: 6,
        color: tokens.textSecondary,
        fontSize: 12.5,
      },
    };
  },
  { name: 'AirworthyUnlinked' },
);

const PAGE = 10;

function UnlinkedService({ entity }: { entity: UnlinkedEntity }) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const serviceLink = useServiceLink();
  const { outcome, copy } = useCopy();
  const { ref, title, owner, status, message, annotation } = entity;
  return (
    <li className={classes.item}>
      <span>
        <Link to={serviceLink(ref)} color="primary">
          {title}
        </Link>{' '}
        {owner && <span className={classes.owner}>{shortRef(owner)}</span>}
      </span>
      <LinkStateChip status={status} />
      <span>
        {annotation && <code className={classes.code}>{annotation}</code>}
        {message && (
          <span className={classes.text}>
            {annotation && ' '}
            {message}
          </span>
        )}
        {!annotation && !message && (
          <span className={classes.text}>{t('sourcesPage.noAnnotation')}</span>
        )}
      </span>
      {annotation ? (
        <ActionButton
          icon={<FileCopyOutlinedIcon />}
          aria-label={
            outcome
              ? t(`copy.${outcome}`)
              : t('sourcesPage.copyFor', { name: title })
          }
          onClick={() => copy(annotation)}
        >
          <span role="status" aria-live="polite">
            {outcome ? t(`copy.${outcome}`) : t('sourcesPage.copy')}
          </span>
        </ActionButton>
      ) : (
        <span />
      )}
    </li>
  );
}

/** The services that one source does not know, and the line that links each. */
export function UnlinkedServices({ source }: { source: string }) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const api = useApi(readinessApiRef);
  const first = useResource(`unlinked ${source}`, client =>
    client.listUnlinkedEntities(source, { limit: PAGE }),
  );
  const [later, setLater] = useState<UnlinkedPage[]>([]);
  const [failure, setFailure] = useState<string | undefined>();
  const problem = failure ?? first.problem?.message;
  if (!first.value) {
    return problem ? (
      <p className={classes.text} role="alert">
        {problem}
      </p>
    ) : (
      <PanelSkeleton label={t('sourcesPage.loading')} />
    );
  }
  const pages = [first.value, ...later];
  const items = pages.flatMap(page => page.items);
  const { nextCursor, total } = pages[pages.length - 1];
  if (items.length === 0) {
    return <p className={classes.text}>{t('sourcesPage.allLinked')}</p>;
  }
  const more = async () => {
    setFailure(undefined);
    try {
      const page = await api.listUnlinkedEntities(source, {
        limit: PAGE,
        after: nextCursor,
      });
      setLater(before => [...before, page]);
    } catch (error) {
      setFailure(problemOf(error, Date.now()).message);
    }
  };
  return (
    <>
      <ul className={classes.list}>
        {items.map(entity => (
          <UnlinkedService key={entity.ref} entity={entity} />
        ))}
      </ul>
      <div className={classes.foot}>
        {t('sourcesPage.shown', {
          shown: String(items.length),
          total: String(total),
        })}
        {nextCursor && (
          <ActionButton kind="text" onClick={more}>
            {t('sourcesPage.more')}
          </ActionButton>
        )}
        {problem && <span role="alert">{problem}</span>}
      </div>
    </>
  );
}
