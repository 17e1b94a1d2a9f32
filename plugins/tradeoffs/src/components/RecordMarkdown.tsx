import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { tokensOf } from '@airworthy/plugin-readiness-react';
import { useMemo } from 'react';
import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import {
  imageTarget,
  linkTarget,
  type MarkdownContext,
} from './markdownTargets';
import { RecordLink } from './RecordLink';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        fontSize: 14,
        lineHeight: '21px',
        overflowWrap: 'anywhere',
        '& h3, & h4, & h5, & h6': {
          margin: '18px 0 6px',
          fontWeight: 700,
          letterSpacing: 0,
        },
        '& h3': { fontSize: 16, lineHeight: '22px' },
        '& h4, & h5, & h6': { fontSize: 14, lineHeight: '20px' },
        '& p, & ul, & ol, & table, & pre, & blockquote': { margin: '8px 0' },
        '& > :first-child': { marginTop: 0 },
        '& > :last-child': { marginBottom: 0 },
        '& ul, & ol': { paddingLeft: 24 },
        '& code': {
          fontFamily: tokens.fontMonospace,
          fontSize: 12.5,
          color: tokens.text,
          backgroundColor: tokens.sunken,
        },
        '& pre': {
          padding: 12,
          borderRadius: 4,
          overflow: 'auto',
          backgroundColor: tokens.sunken,
        },
        '& blockquote': {
          paddingLeft: 12,
          borderLeft: `3px solid ${tokens.lineStrong}`,
          color: tokens.textSecondary,
        },
        '& table': { borderCollapse: 'collapse' },
        '& th, & td': {
          padding: '4px 10px',
          border: `1px solid ${tokens.line}`,
          textAlign: 'left',
        },
        '& img': { maxWidth: '100%' },
      },
    };
  },
  { name: 'AirworthyRecordMarkdown' },
);

/** @internal */
export interface RecordMarkdownProps {
  markdown: string;
  context?: MarkdownContext;
}

const nowhere: MarkdownContext = {};

/**
 * The body of a record. Raw HTML is shown as text, and a link or image leaves
 * only by an allowed protocol. Headings begin at the third level, below the
 * title of the page and of the panel.
 */
export function RecordMarkdown(props: RecordMarkdownProps) {
  const { markdown, context = nowhere } = props;
  const classes = useStyles();
  const components = useMemo(
    (): Components => ({
      h1: ({ children }) => <h3>{children}</h3>,
      h2: ({ children }) => <h3>{children}</h3>,
      h3: ({ children }) => <h4>{children}</h4>,
      h4: ({ children }) => <h5>{children}</h5>,
      h5: ({ children }) => <h6>{children}</h6>,
      a: ({ href, children }) => {
        const target = linkTarget(href ?? '', context);
        if (target.kind === 'record') {
          return <RecordLink id={target.id}>{children}</RecordLink>;
        }
        return target.kind === 'url' ? (
          <Link to={target.url} underline="always">
            {children}
          </Link>
        ) : (
          <span>{children}</span>
        );
      },
      img: ({ src, alt }) => {
        const target = imageTarget(typeof src === 'string' ? src : '', context);
        return target.kind === 'url' ? (
          <img src={target.url} alt={alt ?? ''} referrerPolicy="no-referrer" />
        ) : (
          <span>{alt}</span>
        );
      },
    }),
    [context],
  );
  return (
    <div className={classes.root}>
      <ReactMarkdown remarkPlugins={[remarkGfm]} components={components}>
        {markdown}
      </ReactMarkdown>
    </div>
  );
}
