import { makeStyles } from '@material-ui/core/styles';
import type { RecordDetail } from '@airworthy/plugin-tradeoffs-common';

const useStyles = makeStyles(
  {
    root: {
      margin: 0,
      fontSize: 13,
      lineHeight: '19px',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'AirworthySummarySentence' },
);

/** @internal */
export interface SummarySentenceProps {
  summary: NonNullable<RecordDetail['summary']>;
}

/** A record in one sentence, bold where it comes from the record. */
export function SummarySentence({ summary }: SummarySentenceProps) {
  const classes = useStyles();
  return (
    <p className={classes.root}>
      {summary.map((part, index) =>
        part.strong ? (
          <b key={index}>{part.text}</b>
        ) : (
          <span key={index}>{part.text}</span>
        ),
      )}
    </p>
  );
}
