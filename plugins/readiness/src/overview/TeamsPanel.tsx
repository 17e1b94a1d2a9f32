import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import TableSortLabel from '@material-ui/core/TableSortLabel';
import { makeStyles } from '@material-ui/core/styles';
import CategoryIcon from '@material-ui/icons/Category';
import GroupIcon from '@material-ui/icons/Group';
import WarningIcon from '@material-ui/icons/Warning';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ChecklistResponse,
  Rollup,
  RollupGroup,
} from '@airworthy/plugin-readiness-common';
import {
  FilterSelect,
  LevelBadge,
  LevelGlyph,
  Meter,
  Panel,
  tokensOf,
  useToneStyles,
} from '../components';
import { shortRef } from '../fleet/entityNames';
import { percent } from '../services/statuses';
import { readinessTranslationRef } from '../translation';
import {
  rollupChoices,
  type OverviewState,
  type TeamSort,
} from './overviewState';
import { isOrphan, signed, sortGroups } from './teamRows';
import { useFleetLink } from './useFleetLink';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      scroll: { overflowX: 'auto' },
      head: {
        padding: '8px 12px',
        fontSize: 12.5,
        lineHeight: '16px',
        fontWeight: 700,
        color: tokens.textSecondary,
        whiteSpace: 'nowrap',
        borderColor: tokens.lineStrong,
        '&:first-child': { paddingLeft: 20 },
        '&:last-child': { paddingRight: 20 },
      },
      cell: {
        padding: '7px 12px',
        fontSize: 14,
        lineHeight: '20px',
        color: tokens.text,
        borderColor: tokens.line,
        '&:first-child': { paddingLeft: 20 },
        '&:last-child': { paddingRight: 20 },
      },
      row: {
        // The theme stripes rows; one mark a service needs a quiet ground.
        '&&': { backgroundColor: 'transparent' },
        '&&:hover': { backgroundColor: tokens.hover },
        '&:last-child > *': { borderBottom: 0 },
      },
      name: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        fontWeight: 400,
        whiteSpace: 'nowrap',
      },
      icon: { fontSize: 16, color: tokens.textSecondary },
      units: { display: 'flex', gap: 2 },
      counted: { display: 'flex', flexWrap: 'wrap', gap: '0 10px' },
      rate: {
        display: 'grid',
        gridTemplateColumns: '120px 40px',
        gap: 10,
        alignItems: 'center',
        fontWeight: 700,
      },
      secondary: { color: tokens.textSecondary },
    };
  },
  { name: 'AirworthyTeams' },
);

/** More services than this are counted, not drawn one by one. */
const MARKS = 12;

/** @internal */
export interface TeamsPanelProps {
  checklist: ChecklistResponse;
  rollup: Rollup;
  state: OverviewState;
  onChange: (change: Partial<OverviewState>) => void;
}

const kinds = { owner: 'group', system: 'system', domain: 'domain' } as const;

/** How each team, system, domain or tier does. */
export function TeamsPanel(props: TeamsPanelProps) {
  const { checklist, rollup, state, onChange } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const tones = useToneStyles();
  const fleetLink = useFleetLink();
  const { sort, descending } = state;
  // The rollup's own word: while another is on its way, these are its groups.
  const by = rollupChoices.find(choice => choice === rollup.by) ?? state.by;

  // The highest level first, as the levels above.
  const levels = [
    { id: 'none', title: t('level.none'), rank: 0 },
    ...checklist.levels.map((level, index) => ({ ...level, rank: index + 1 })),
  ].reverse();

  const heading = (
    name: TeamSort,
    label: string,
    align: 'left' | 'right' = 'right',
  ) => (
    <TableCell
      className={classes.head}
      align={align}
      sortDirection={sort === name && (descending ? 'desc' : 'asc')}
    >
      <TableSortLabel
        hideSortIcon
        active={sort === name}
        direction={sort === name && descending ? 'desc' : 'asc'}
        onClick={() =>
          onChange({ sort: name, descending: sort === name && !descending })
        }
      >
        {label}
      </TableSortLabel>
    </TableCell>
  );

  const nameOf = (group: RollupGroup) => {
    if (group.key === '') {
      return t(`teams.missing.${by}`);
    }
    return (
      group.title ??
      (by === 'tier'
        ? t('teams.tier', { tier: group.key })
        : shortRef(group.key, kinds[by]))
    );
  };

  const renderLevels = (group: RollupGroup) => {
    const held = levels.filter(({ id }) => group.levels[id] > 0);
    const spoken = held
      .map(({ id, title }) => `${group.levels[id]} ${title}`)
      .join(', ');
    if (group.services > MARKS) {
      return (
        <span className={classes.counted}>
          {held.map(({ id, rank, title }) => (
            <LevelBadge
              key={id}
              rank={rank}
              title={`${group.levels[id]} ${title}`}
            />
          ))}
        </span>
      );
    }
    return (
      <span className={classes.units} role="img" aria-label={spoken}>
        {held.flatMap(({ id, rank }) =>
          Array.from({ length: group.levels[id] }, (_, mark) => (
            <LevelGlyph key={`${id} ${mark}`} rank={rank} size={15} />
          )),
        )}
      </span>
    );
  };

  const Icon = by === 'owner' ? GroupIcon : CategoryIcon;
  return (
    <Panel
      title={t(`teams.title.${by}`)}
      note={t('teams.note')}
      actions={
        <FilterSelect
          label={t('teams.by')}
          value={state.by}
          options={rollupChoices.map(value => ({
            value,
            label: t(`group.by.${value}`),
          }))}
          onChange={value => onChange({ by: value })}
        />
      }
    >
      <div className={classes.scroll}>
        <Table aria-label={t(`teams.title.${by}`)}>
          <TableHead>
            <TableRow>
              {heading('name', t(`teams.head.${by}`), 'left')}
              {heading('services', t('teams.services'))}
              <TableCell className={classes.head}>
                {t('teams.levels')}
              </TableCell>
              {heading('rate', t('rates.rate'), 'left')}
              {heading('fail', t('teams.fail'))}
              {heading('unknown', t('teams.unknown'))}
              {heading('accepted', t('teams.accepted'))}
              {heading('near', t('teams.near'))}
              {heading('change', t('rates.change'))}
            </TableRow>
          </TableHead>
          <TableBody>
            {sortGroups(rollup.groups, sort, descending).map(group => (
              <TableRow key={group.key} className={classes.row}>
                <TableCell
                  component="th"
                  role="rowheader"
                  scope="row"
                  className={classes.cell}
                >
                  <span className={classes.name}>
                    {isOrphan(group) ? (
                      <WarningIcon
                        aria-hidden
                        className={`${classes.icon} ${tones.attention}`}
                      />
                    ) : (
                      <Icon aria-hidden className={classes.icon} />
                    )}
                    <Link
                      color="primary"
                      to={fleetLink({ [by]: [group.key], group: 'none' })}
                    >
                      {nameOf(group)}
                    </Link>
                    {group.key !== '' && group.exists === false && (
                      <span className={tones.attention}>
                        {t('teams.notInCatalog')}
                      </span>
                    )}
                  </span>
                </TableCell>
                <TableCell className={classes.cell} align="right">
                  {group.services}
                </TableCell>
                <TableCell className={classes.cell}>
                  {renderLevels(group)}
                </TableCell>
                <TableCell className={classes.cell}>
                  <span className={classes.rate}>
                    <Meter counts={group.counts} />
                    {percent(group.passRate)}%
                  </span>
                </TableCell>
                <TableCell className={classes.cell} align="right">
                  {group.counts.fail}
                </TableCell>
                <TableCell className={classes.cell} align="right">
                  {group.counts.unknown}
                </TableCell>
                <TableCell className={classes.cell} align="right">
                  {group.counts.accepted}
                </TableCell>
                <TableCell className={classes.cell} align="right">
                  {group.nearNext > 0 && group.nearNext}
                </TableCell>
                <TableCell
                  className={`${classes.cell} ${classes.secondary}`}
                  align="right"
                >
                  {group.change30d === undefined
                    ? '–'
                    : signed(group.change30d)}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </div>
    </Panel>
  );
}
