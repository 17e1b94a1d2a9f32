import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '../components';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        margin: 0,
        padding: '8px 10px',
        borderRadius: 4,
        backgroundColor: tokens.sunken,
        color: tokens.text,
        fontFamily: tokens.fontMonospace,
        fontSize: 12,
        lineHeight: '18px',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
      },
    };
  },
  { name: 'AirworthyRuleText' },
);

/** Rules as they were written. */
export function RuleText({ rules }: { rules: readonly string[] }) {
  const classes = useStyles();
  return <pre className={classes.root}>{rules.join('\n')}</pre>;
}
