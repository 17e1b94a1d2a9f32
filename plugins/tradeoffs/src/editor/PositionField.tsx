import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@airworthy/plugin-readiness-react';
import { POSITIONS, type Position } from '@airworthy/plugin-tradeoffs-common';
import { useId } from 'react';
import type { AxisLike } from '../components';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { minWidth: 0, margin: 0, padding: 0, border: 0 },
      legend: {
        padding: 0,
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.textSecondary,
      },
      stops: {
        position: 'relative',
        display: 'grid',
        gridTemplateColumns: 'repeat(5, 1fr)',
        marginTop: 6,
        '&::before': {
          content: '""',
          position: 'absolute',
          top: 10,
          left: '10%',
          right: '10%',
          height: 2,
          background: tokens.lineStrong,
        },
      },
      stop: {
        position: 'relative',
        display: 'grid',
        justifyItems: 'center',
        alignContent: 'start',
        gap: 6,
        padding: '0 2px 4px',
        fontSize: 12,
        lineHeight: '15px',
        color: tokens.textSecondary,
        textAlign: 'center',
        cursor: 'pointer',
      },
      chosen: { color: tokens.text, fontWeight: 700 },
      input: {
        appearance: 'none',
        width: 22,
        height: 22,
        margin: 0,
        borderRadius: '50%',
        cursor: 'pointer',
        backgroundColor: tokens.paper,
        backgroundClip: 'content-box',
        border: '0 solid transparent',
        padding: 5,
        boxShadow: `inset 0 0 0 5px ${tokens.paper}, inset 0 0 0 7px ${tokens.control}`,
        '&:checked': {
          padding: 0,
          backgroundColor: tokens.link,
          boxShadow: `inset 0 0 0 5px ${tokens.selected}`,
        },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
      },
    };
  },
  { name: 'AirworthyPositionField' },
);

/** @internal */
export interface PositionFieldProps {
  label: string;
  axis: AxisLike;
  value: Position;
  onChange: (value: Position) => void;
}

/**
 * A position as five radio buttons on a strip: one tab stop, arrows move, and
 * each is named by its words.
 */
export function PositionField(props: PositionFieldProps) {
  const { label, axis, value, onChange } = props;
  const classes = useStyles();
  const name = useId();
  return (
    <fieldset className={classes.root}>
      <legend className={classes.legend}>{label}</legend>
      <div className={classes.stops}>
        {POSITIONS.map((position, index) => (
          <label
            key={position}
            className={`${classes.stop} ${
              position === value ? classes.chosen : ''
            }`}
          >
            <input
              type="radio"
              name={name}
              className={classes.input}
              checked={position === value}
              onChange={() => onChange(position)}
            />
            {axis.stops[index] ?? position}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
