import Accordion from '@material-ui/core/Accordion';
import AccordionDetails from '@material-ui/core/AccordionDetails';
import AccordionSummary from '@material-ui/core/AccordionSummary';
import { makeStyles } from '@material-ui/core/styles';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  QuestionExplanation,
  Status,
} from '@airworthy/plugin-readiness-common';
import { useId, type ReactNode } from 'react';
import { applicable, StatusGlyph, tokensOf } from '../components';
import { readinessTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        backgroundColor: 'transparent',
        color: tokens.text,
        borderTop: `1px solid ${tokens.line}`,
        '&::before': { display: 'none' },
        '&$expanded': { margin: 0 },
      },
      expanded: {},
      heading: { margin: 0, font: 'inherit', letterSpacing: 0 },
      summary: {
        minHeight: 42,
        padding: '0 20px 0 14px',
        '&:hover': { backgroundColor: tokens.hover },
        '&$expanded': { minHeight: 42 },
        '&.Mui-focused': {
          backgroundColor: 'transparent',
          outline: `2px solid ${tokens.link}`,
          outlineOffset: -2,
        },
      },
      content: {
        display: 'grid',
        gridTemplateColumns: '18px 24px minmax(0, 1fr) auto 84px',
        columnGap: 6,
        alignItems: 'center',
        margin: '6px 0',
        fontSize: 14,
        lineHeight: '20px',
        '&$expanded': { margin: '6px 0' },
        [theme.breakpoints.down('xs')]: {
          gridTemplateColumns: '18px 24px minmax(0, 1fr)',
        },
      },
      chevron: {
        fontSize: 18,
        color: tokens.textSecondary,
        transition: 'transform 150ms',
        '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
      },
      chevronOpen: { transform: 'rotate(90deg)' },
      number: {
        color: tokens.textSecondary,
        textAlign: 'right',
        paddingRight: 6,
      },
      title: { fontWeight: 400 },
      titleOpen: { fontWeight: 700 },
      quality: {
        marginLeft: 10,
        fontSize: 12,
        fontWeight: 400,
        color: tokens.textSecondary,
      },
      marks: {
        display: 'flex',
        flexWrap: 'wrap',
        gap: 3,
        [theme.breakpoints.down('xs')]: { gridColumn: 3 },
      },
      sum: {
        textAlign: 'right',
        color: tokens.textSecondary,
        fontSize: 13,
        [theme.breakpoints.down('xs')]: { gridColumn: 3, textAlign: 'left' },
      },
      details: { '&&': { display: 'block', padding: '0 0 6px' } },
    };
  },
  { name: 'AirworthyQuestionAccordion' },
);

const markOrder: Status[] = [
  'pass',
  'accepted',
  'unknown',
  'fail',
  'not-applicable',
];

/** @internal */
export interface QuestionAccordionProps {
  question: QuestionExplanation;
  open: boolean;
  onToggle: () => void;
  children: ReactNode;
}

/** One question of the checklist, with its checks folded into a strip. */
export function QuestionAccordion(props: QuestionAccordionProps) {
  const { question, open, onToggle, children } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const id = useId();
  const { counts } = question;
  const marks = [...question.checks].sort(
    (a, b) => markOrder.indexOf(a.status) - markOrder.indexOf(b.status),
  );
  const spoken = markOrder
    .filter(status => counts[status] > 0)
    .map(status => `${counts[status]} ${t(`status.${status}`)}`)
    .join(', ');
  return (
    <Accordion
      square
      elevation={0}
      expanded={open}
      onChange={onToggle}
      classes={{ root: classes.root, expanded: classes.expanded }}
      TransitionProps={{ timeout: 150, unmountOnExit: true }}
    >
      {/* The accordion names its region by its first child. */}
      <h3
        id={`${id}-heading`}
        aria-controls={open ? `${id}-details` : undefined}
        className={classes.heading}
      >
        <AccordionSummary
          aria-controls={`${id}-details`}
          classes={{
            root: classes.summary,
            content: classes.content,
            expanded: classes.expanded,
          }}
        >
          <ChevronRightIcon
            aria-hidden
            className={`${classes.chevron} ${open ? classes.chevronOpen : ''}`}
          />
          <span className={classes.number}>{question.number}</span>
          <span>
            <span className={open ? classes.titleOpen : classes.title}>
              {question.title}
            </span>{' '}
            <span className={classes.quality}>
              {t(`quality.${question.quality}`)}
            </span>
          </span>
          {marks.length > 0 ? (
            <span className={classes.marks} role="img" aria-label={spoken}>
              {marks.map(check => (
                <StatusGlyph key={check.id} status={check.status} size={14} />
              ))}
            </span>
          ) : (
            <span className={classes.marks} />
          )}
          <span className={classes.sum}>
            {marks.length > 0
              ? t('question.sum', {
                  pass: String(counts.pass),
                  applicable: String(applicable(counts)),
                })
              : t('question.inactive')}
          </span>
        </AccordionSummary>
      </h3>
      <AccordionDetails className={classes.details}>
        {children}
      </AccordionDetails>
    </Accordion>
  );
}
