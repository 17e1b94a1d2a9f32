import { makeStyles } from '@material-ui/core/styles';
import { glyphImage, levelGlyphName, levelTone, tokensOf } from '../components';

/** Heights of the header's rows: questions, checks, fleet. */
export const HEADER = { questions: 30, checks: 158, fleet: 22 };
/** Height of the whole header. */
export const HEADER_HEIGHT = HEADER.questions + HEADER.checks + HEADER.fleet;
/** Width of the column of services. */
export const FIRST_WIDTH = 226;
/** Height of a service's row, and of a group's. */
export const ROW_HEIGHT = { service: 25, group: 32 };

/**
 * The look of the grid. Its cells are bare elements with one class each: there
 * are thousands of them, and a component for each would not scroll.
 */
export const useMatrixStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    const { tones } = tokens;
    const cell = {
      display: 'block',
      flex: 'none',
      height: ROW_HEIGHT.service - 1,
      padding: 0,
      boxSizing: 'border-box' as const,
      border: `1px solid transparent`,
      backgroundClip: 'padding-box' as const,
      backgroundRepeat: 'no-repeat',
      backgroundPosition: 'center',
      backgroundSize: 13,
      cursor: 'pointer',
      '&:focus, &[aria-selected=true]': {
        outline: `2px solid ${tokens.link}`,
        outlineOffset: -1,
        borderRadius: 3,
        position: 'relative' as const,
        zIndex: 1,
      },
    };
    const first = {
      position: 'sticky' as const,
      left: 0,
      zIndex: 2,
      display: 'block',
      flex: 'none',
      width: FIRST_WIDTH,
      boxSizing: 'border-box' as const,
      borderRight: `1px solid ${tokens.lineStrong}`,
      backgroundColor: tokens.paper,
      textAlign: 'left' as const,
      fontWeight: 400,
    };
    const levelImage = (rank: number) => ({
      flex: 'none',
      width: 14,
      height: 14,
      backgroundImage: glyphImage(
        levelGlyphName(rank),
        tones[levelTone(rank)].on,
      ),
    });
    return {
      scroller: {
        flex: 1,
        minHeight: 0,
        overflow: 'auto',
        borderRadius: `${tokens.radius}px ${tokens.radius}px 0 0`,
        // A row that comes into view must not be anchored by the browser too.
        overflowAnchor: 'none',
        '&:focus-visible': { outline: `2px solid ${tokens.link}` },
      },
      canvas: { position: 'relative' },
      columnTint: {
        position: 'absolute',
        top: 0,
        bottom: 0,
        display: 'none',
        pointerEvents: 'none',
        backgroundColor: tokens.hover,
      },
      table: {
        display: 'block',
        position: 'relative',
        width: '100%',
        height: '100%',
        borderCollapse: 'separate',
        borderSpacing: 0,
        fontSize: 12.5,
        lineHeight: '18px',
        color: tokens.text,
        fontVariantNumeric: 'tabular-nums',
      },
      head: {
        display: 'block',
        position: 'sticky',
        top: 0,
        zIndex: 4,
        height: HEADER_HEIGHT,
        backgroundColor: tokens.paper,
        boxSizing: 'border-box',
        // Over the cells, which fill the head to its edge.
        '&::after': {
          content: '""',
          position: 'absolute',
          left: 0,
          right: 0,
          bottom: 0,
          zIndex: 3,
          borderBottom: `1px solid ${tokens.lineStrong}`,
        },
      },
      body: { display: 'block', position: 'relative' },
      // Cells stand side by side in the flow: thousands of them placed by
      // coordinates would each be a layer of its own to paint.
      headRow: { display: 'flex', position: 'relative' },
      row: {
        display: 'flex',
        position: 'absolute',
        left: 0,
        right: 0,
        height: ROW_HEIGHT.service,
        boxSizing: 'border-box',
        borderBottom: `1px solid ${tokens.line}`,
        contain: 'layout style',
        '&:hover, &:focus-within': { backgroundColor: tokens.hover },
        '&:hover $first, &:focus-within $first': {
          backgroundColor: tokens.hover,
        },
        '&[data-selected=true] $first': {
          backgroundColor: tokens.selected,
        },
      },
      groupRow: {
        display: 'flex',
        position: 'absolute',
        left: 0,
        right: 0,
        height: ROW_HEIGHT.group,
        boxSizing: 'border-box',
        backgroundColor: tokens.sunken,
        borderBottom: `1px solid ${tokens.lineStrong}`,
      },
      stuck: { position: 'sticky', top: HEADER_HEIGHT, zIndex: 3 },
      first: {
        ...first,
        height: ROW_HEIGHT.service - 1,
        padding: '0 10px 0 14px',
      },
      firstInner: {
        display: 'flex',
        alignItems: 'center',
        gap: 7,
        height: '100%',
      },
      serviceLink: {
        flex: 1,
        minWidth: 0,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        color: tokens.text,
        textDecoration: 'none',
        '&:hover': { textDecoration: 'underline' },
        '&:focus': {
          outline: `2px solid ${tokens.link}`,
          borderRadius: 3,
        },
      },
      count: {
        color: tokens.textSecondary,
        fontSize: 12,
        fontWeight: 400,
      },
      groupFirst: {
        ...first,
        height: ROW_HEIGHT.group - 1,
        padding: '0 10px',
        backgroundColor: tokens.sunken,
      },
      groupButton: {
        display: 'flex',
        alignItems: 'center',
        gap: 4,
        width: '100%',
        height: '100%',
        padding: 0,
        border: 0,
        background: 'none',
        color: tokens.text,
        font: 'inherit',
        textAlign: 'left',
        cursor: 'pointer',
        '&:focus': { outline: `2px solid ${tokens.link}`, outlineOffset: -2 },
        '& svg': { fontSize: 16, color: tokens.textSecondary },
      },
      groupName: {
        fontWeight: 700,
        fontSize: 13,
        minWidth: 0,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      groupNote: {
        color: tokens.textSecondary,
        fontSize: 13,
        whiteSpace: 'nowrap',
        marginLeft: 2,
      },
      groupCell: {
        display: 'block',
        flex: 'none',
        height: ROW_HEIGHT.group - 1,
        boxSizing: 'border-box',
        padding: '0 0 0 4px',
        borderLeft: `1px solid ${tokens.lineStrong}`,
        fontSize: 11.5,
        lineHeight: `${ROW_HEIGHT.group - 1}px`,
        color: tokens.textSecondary,
        whiteSpace: 'nowrap',
        overflow: 'hidden',
        '&:focus': { outline: `2px solid ${tokens.link}`, outlineOffset: -2 },
      },
      closed: { transform: 'rotate(-90deg)' },

      headFirst: { ...first, padding: '0 10px 0 14px' },
      corner: {
        display: 'flex',
        alignItems: 'flex-end',
        height: '100%',
        fontSize: 14,
        lineHeight: '20px',
        fontWeight: 700,
        paddingBottom: 4,
        boxSizing: 'border-box',
      },
      grow: { flex: 1 },
      fleetLabel: { fontSize: 11, color: tokens.textSecondary },
      headCell: {
        display: 'block',
        flex: 'none',
        padding: 0,
        boxSizing: 'border-box',
        fontWeight: 400,
        '&:focus': { outline: `2px solid ${tokens.link}`, outlineOffset: -2 },
        '&[data-selected=true]': { backgroundColor: tokens.selected },
      },
      dividing: { borderLeft: `1px solid ${tokens.lineStrong}` },
      questionButton: {
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        width: '100%',
        height: HEADER.questions,
        padding: '0 2px 0 3px',
        border: 0,
        background: 'none',
        color: tokens.text,
        fontFamily: 'inherit',
        fontWeight: 700,
        fontSize: 11.5,
        lineHeight: '14px',
        textAlign: 'left',
        whiteSpace: 'nowrap',
        overflow: 'hidden',
        cursor: 'pointer',
        '&:hover': { backgroundColor: tokens.hover },
        '&:focus': { outline: `2px solid ${tokens.link}`, outlineOffset: -2 },
        '& svg': { fontSize: 14, color: tokens.textSecondary },
      },
      questionNumber: { color: tokens.textSecondary, fontWeight: 400 },
      checkHead: {
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        justifyContent: 'flex-end',
        gap: 5,
        height: HEADER.checks,
        paddingBottom: 4,
        boxSizing: 'border-box',
      },
      checkName: {
        writingMode: 'vertical-rl',
        transform: 'rotate(180deg)',
        fontSize: 12,
        lineHeight: '14px',
        whiteSpace: 'nowrap',
        maxHeight: HEADER.checks - 24,
        overflow: 'hidden',
      },
      rate: {
        fontSize: 11,
        lineHeight: `${HEADER.fleet}px`,
        textAlign: 'center',
        color: tokens.textSecondary,
      },

      pass: {
        ...cell,
        backgroundImage: glyphImage('tick', tones.pass.on),
        backgroundSize: 12,
      },
      fail: {
        ...cell,
        backgroundImage: glyphImage('fail', tones.fail.on),
        backgroundColor: tones.fail.tint,
      },
      unknown: {
        ...cell,
        backgroundImage: glyphImage('unknown', tones.unknown.on),
        backgroundColor: tones.unknown.tint,
      },
      'not-applicable': {
        ...cell,
        backgroundImage: glyphImage(
          'not-applicable',
          tones['not-applicable'].on,
        ),
      },
      accepted: {
        ...cell,
        backgroundImage: glyphImage('accepted', tones.accepted.on),
        backgroundColor: tones.accepted.tint,
      },
      blank: { ...cell, cursor: 'default' },
      drift: {
        position: 'relative',
        '&::after': {
          content: '""',
          position: 'absolute',
          top: 0,
          right: 0,
          border: '4px solid',
          borderColor: `${tones.attention.solid} ${tones.attention.solid} transparent transparent`,
        },
      },
      edge: { borderLeftColor: tokens.lineStrong },
      sum: {
        ...cell,
        fontSize: 12,
        lineHeight: `${ROW_HEIGHT.service - 3}px`,
        textAlign: 'center',
        color: tokens.textSecondary,
      },
      sumBad: { color: tones.fail.on, fontWeight: 700 },
      sumUnknown: { color: tones.unknown.on },

      'level-0': levelImage(0),
      'level-1': levelImage(1),
      'level-2': levelImage(2),
      'level-3': levelImage(3),

      legend: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: '4px 16px',
        margin: 0,
        padding: '9px 14px',
        borderTop: `1px solid ${tokens.lineStrong}`,
        fontSize: 12.5,
        lineHeight: '18px',
        color: tokens.textSecondary,
      },
      legendItem: { display: 'inline-flex', alignItems: 'center', gap: 5 },
      legendCorner: {
        width: 13,
        height: 13,
        boxSizing: 'border-box',
        border: `1px solid ${tokens.lineStrong}`,
        background: `linear-gradient(45deg, transparent 60%, ${tones.attention.solid} 60%)`,
      },
      legendLine: {
        width: 1,
        height: 14,
        backgroundColor: tokens.lineStrong,
      },
      hidden: {
        position: 'absolute',
        width: 1,
        height: 1,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      },
    };
  },
  { name: 'AirworthyMatrix' },
);

/** The classes of the grid. */
export type MatrixClasses = ReturnType<typeof useMatrixStyles>;
