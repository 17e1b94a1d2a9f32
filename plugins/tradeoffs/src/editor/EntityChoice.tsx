import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Panel } from '@airworthy/plugin-readiness-react';
import { useEffect, useState } from 'react';
import { tradeoffsTranslationRef } from '../translation';

const useStyles = makeStyles(
  { body: { maxWidth: 480, padding: '4px 20px 20px' } },
  { name: 'AirworthyEntityChoice' },
);

/** How many are offered at a time; typing narrows them. */
const OFFERED = 25;

/** @internal */
export interface EntityChoiceProps {
  onChoose: (entityRef: string) => void;
}

/** Asks which entity a new record is for. */
export function EntityChoice({ onChoose }: EntityChoiceProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const catalogApi = useApi(catalogApiRef);
  const [term, setTerm] = useState('');
  const [entities, setEntities] = useState<Entity[]>([]);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    catalogApi
      .queryEntities({
        filter: { kind: ['Component', 'System'] },
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: OFFERED,
        fullTextFilter: term
          ? { term, fields: ['metadata.name', 'metadata.title'] }
          : undefined,
      })
      .then(
        ({ items }) => current && setEntities(items),
        () => current && setFailed(true),
      );
    return () => {
      current = false;
    };
  }, [catalogApi, term]);
  return (
    <Panel title={t('editor.whichEntity')}>
      <div className={classes.body}>
        <Autocomplete
          options={entities.map(entity => stringifyEntityRef(entity))}
          filterOptions={options => options}
          noOptionsText={t(failed ? 'editor.noCatalog' : 'editor.noEntity')}
          onInputChange={(_event, value) => setTerm(value)}
          onChange={(_event, value) => value && onChoose(value)}
          renderInput={params => (
            <TextField
              {...params}
              variant="outlined"
              size="small"
              label={t('record.entity')}
            />
          )}
        />
      </div>
    </Panel>
  );
}
