import { makeStyles } from '@material-ui/core/styles';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import PersonIcon from '@material-ui/icons/Person';
import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import type { Attestation } from '@airworthy/plugin-readiness-common';
import { problemOf } from '@airworthy/plugin-readiness-react';
import { useState } from 'react';
import {
  ActionButton,
  DialogFrame,
  formatDate,
  Notice,
  OutsideLink,
  Panel,
  tokensOf,
  useFactText,
  useNow,
} from '../components';
import { useLiveStyles } from '../live/useLiveStyles';
import { readinessTranslationRef } from '../translation';
import { useAttestations } from './AttestationsContext';

const useStyles = makeStyles(
  theme => ({
    fact: {
      fontFamily: tokensOf(theme).fontMonospace,
      fontSize: 12.5,
    },
    lapsed: { color: tokensOf(theme).tones.attention.on },
    end: { paddingBottom: 10 },
    confirm: { display: 'grid', gap: 12, padding: '4px 20px 8px' },
  }),
  { name: 'AirworthyAttestations' },
);

function Revocation(props: {
  attestation: Attestation;
  onRevoke: (id: string) => Promise<void>;
  onClose: () => void;
}) {
  const { attestation, onRevoke, onClose } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<string | undefined>();
  const revoke = async () => {
    setRunning(true);
    setFailure(undefined);
    try {
      await onRevoke(attestation.id);
      onClose();
    } catch (error) {
      setFailure(problemOf(error, Date.now()).message);
      setRunning(false);
    }
  };
  return (
    <DialogFrame
      title={t('attestations.revokeTitle', { fact: attestation.fact })}
      maxWidth="xs"
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>
            {t('attestations.keep')}
          </ActionButton>
          <ActionButton kind="primary" disabled={running} onClick={revoke}>
            {t('attestations.revoke')}
          </ActionButton>
        </>
      }
    >
      <div className={classes.confirm}>
        {t('attestations.revokeText')}
        {failure && (
          <Notice tone="fail" role="alert" icon={<ErrorOutlineIcon />}>
            {t('attestations.revokeFailed', { message: failure })}
          </Notice>
        )}
      </div>
    </DialogFrame>
  );
}

function AttestationLine(props: {
  attestation: Attestation;
  lapsed: boolean;
  onRevoke?: () => void;
}) {
  const { attestation, lapsed, onRevoke } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const shared = useLiveStyles();
  const factText = useFactText();
  const author = useEntityPresentation(parseEntityRef(attestation.author));
  const { fact, value, createdAt, expiresAt, note, url } = attestation;
  const isMoment = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);
  return (
    <li className={shared.item}>
      <PersonIcon aria-hidden className={shared.icon} />
      <span>
        <span className={classes.fact}>{fact}</span>{' '}
        {isMoment ? formatDate(value) : factText(value)}
      </span>
      {onRevoke ? (
        <button
          type="button"
          className={shared.linkButton}
          aria-haspopup="dialog"
          aria-label={t('attestations.revokeFor', { fact })}
          onClick={onRevoke}
        >
          {t('attestations.revoke')}
        </button>
      ) : (
        <span />
      )}
      <span className={shared.second}>
        {t('attestations.by', { who: author.primaryTitle })},{' '}
        <time dateTime={createdAt}>{formatDate(createdAt)}</time>
        {' · '}
        <span className={lapsed ? classes.lapsed : undefined}>
          {t(lapsed ? 'attestations.lapsed' : 'attestations.until')}{' '}
          <time dateTime={expiresAt}>{formatDate(expiresAt)}</time>
        </span>
        {' · '}
        <OutsideLink
          to={url}
          aria-label={t('attestations.evidenceFor', { fact })}
        >
          {t('attestations.evidence')}
        </OutsideLink>
        {note && (
          <>
            <br />
            {note}
          </>
        )}
      </span>
    </li>
  );
}

/** Who vouches for what of the service, since when and until when. */
export function AttestationsPanel() {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const shared = useLiveStyles();
  const attestations = useAttestations();
  const now = useNow();
  const [revoking, setRevoking] = useState<Attestation | undefined>();
  if (!attestations || attestations.list.items.length === 0) {
    return null;
  }
  const { items, mayAttest } = attestations.list;
  const isLapsed = ({ expiresAt }: Attestation) => Date.parse(expiresAt) <= now;
  return (
    <Panel
      dense
      title={t('attestations.title')}
      note={t('attestations.counted', {
        active: String(items.filter(item => !isLapsed(item)).length),
      })}
    >
      <ul className={`${shared.list} ${classes.end}`}>
        {items.map(item => (
          <AttestationLine
            key={item.id}
            attestation={item}
            lapsed={isLapsed(item)}
            onRevoke={
              mayAttest && !isLapsed(item) ? () => setRevoking(item) : undefined
            }
          />
        ))}
      </ul>
      {revoking && (
        <Revocation
          attestation={revoking}
          onRevoke={attestations.revoke}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </Panel>
  );
}
