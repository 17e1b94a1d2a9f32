import { makeStyles } from '@material-ui/core/styles';
import WarningIcon from '@material-ui/icons/Warning';
import { Link } from '@backstage/core-components';
import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink, entityRouteRef } from '@backstage/plugin-catalog-react';
import { tokensOf, useToneStyles } from '@airworthy/plugin-readiness-react';
import type { FleetPage } from '@airworthy/plugin-tradeoffs-common';
import { MiniSpectrum, RecordLink } from '../components';
import { tradeoffsTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      scroll: {
        overflow: 'auto',
        '&:focus-visible': { outline: `2px solid ${tokens.link}` },
      },
      root: {
        width: '100%',
        minWidth: 1080,
        borderCollapse: 'collapse',
        fontSize: 12.5,
        lineHeight: '16px',
        '& th, & td': {
          padding: '8px 10px',
          borderTop: `1px solid ${tokens.line}`,
          textAlign: 'left',
          verticalAlign: 'top',
          fontWeight: 400,
        },
        '& thead th': {
          color: tokens.textSecondary,
          fontSize: 12,
          borderTop: 0,
          verticalAlign: 'bottom',
        },
        '& tbody tr:hover > *': { backgroundColor: tokens.hover },
      },
      entity: {
        position: 'sticky',
        left: 0,
        zIndex: 1,
        minWidth: 180,
        backgroundColor: tokens.paper,
        '&&': { paddingLeft: 20 },
      },
      name: { fontSize: 14, lineHeight: '20px', fontWeight: 700 },
      sub: { color: tokens.textSecondary },
      words: { display: 'block', marginTop: 4 },
      mark: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 4,
        marginTop: 2,
        fontWeight: 700,
        '& svg': { fontSize: 13 },
      },
      contradicted: {
        backgroundColor: tokens.tones.attention.tint,
      },
    };
  },
  { name: 'AirworthyFleetTable' },
);

/** @internal */
export interface FleetTableProps {
  axes: FleetPage['axes'];
  entities: FleetPage['entities'];
}

/** Entities by axes: who leans where, who is silent, what no longer holds. */
export function FleetTable({ axes, entities }: FleetTableProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const tones = useToneStyles();
  const entityRoute = useRouteRef(entityRouteRef);
  const tabOf = (ref: string) => {
    const { kind, namespace, name } = parseEntityRef(ref);
    const path = entityRoute({
      kind: kind.toLocaleLowerCase('en-US'),
      namespace,
      name,
    });
    return `${path}/tradeoffs`;
  };
  return (
    // It scrolls sideways: the keyboard has to reach it.
    <div
      className={classes.scroll}
      role="group"
      aria-label={t('fleet.title')}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
      tabIndex={0}
    >
      <table className={classes.root} aria-label={t('fleet.title')}>
        <thead>
          <tr>
            <th scope="col" className={classes.entity}>
              {t('fleet.entity')}
            </th>
            {axes.map(axis => (
              <th key={axis.id} scope="col">
                {axis.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entities.map(entity => (
            <tr key={entity.ref}>
              <th scope="row" className={classes.entity}>
                <Link className={classes.name} to={tabOf(entity.ref)}>
                  {entity.title ?? parseEntityRef(entity.ref).name}
                </Link>
                {entity.owner && (
                  <div className={classes.sub}>
                    <EntityRefLink
                      entityRef={entity.owner}
                      defaultKind="group"
                    />
                  </div>
                )}
              </th>
              {axes.map(axis => {
                const cell = entity.positions[axis.id];
                if (!cell) {
                  return (
                    <td key={axis.id} className={classes.sub}>
                      <MiniSpectrum />
                      <span className={classes.words}>{t('fleet.silent')}</span>
                    </td>
                  );
                }
                const contradicted = cell.state === 'contradicted';
                return (
                  <td
                    key={axis.id}
                    className={contradicted ? classes.contradicted : undefined}
                  >
                    <MiniSpectrum position={cell.position} />
                    <span className={classes.words}>
                      <RecordLink id={cell.recordId}>
                        {axis.stops[cell.position + 2] ?? cell.position}
                      </RecordLink>
                    </span>
                    {(contradicted || cell.overdue) && (
                      <span className={`${classes.mark} ${tones.attention}`}>
                        <WarningIcon aria-hidden />
                        {t(
                          contradicted ? 'fleet.contradicted' : 'fleet.overdue',
                        )}
                      </span>
                    )}
                    {cell.state === 'unknown' && (
                      <span className={`${classes.mark} ${tones.unknown}`}>
                        {t('fleet.unknown')}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
