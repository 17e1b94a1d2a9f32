import { DATASTORE_OF_RECORD_EXISTS } from './conditions';
import { defineQuestion } from './defineQuestion';
import { doneRecently } from './rules';
import { namesOr, snippetStep } from './templates';

export const backups = defineQuestion({
  id: 'backups',
  question: {
    number: 7,
    title: 'Are backups enabled and tested?',
    shortTitle: 'Backups',
    quality: 'availability',
  },
  checks: {
    'backup-recent': {
      level: 'bronze',
      title: 'The last backup is younger than {{ params.interval }}',
      params: { interval: '24h' },
      rules: [
        {
          when: DATASTORE_OF_RECORD_EXISTS,
          rule: 'backup.lastSuccessAt >= now - duration(params.interval) && backup.lastSuccessAt <= now',
          found:
            "{{ backup.lastSuccessAt > now ? 'dated in the future' : string((now - backup.lastSuccessAt).getHours()) + ' hours ago' }}",
        },
      ],
      expected: 'a successful backup within {{ params.interval }}',
      fix: {
        title: 'Back the datastore up, at least every {{ params.interval }}',
        steps: [
          snippetStep(
            'With CloudNativePG, schedule it:',
            'yaml',
            `
apiVersion: postgresql.cnpg.io/v1
kind: ScheduledBackup
metadata:
  name: {{ entity.name }}-daily
spec:
  schedule: '0 0 3 * * *'
  cluster:
    name: NAME-OF-THE-CLUSTER
`,
          ),
          'With a managed database, enable automatic backups and push an event when one ends.',
          'Where a backup is there and old, read why the last one failed.',
        ],
      },
    },
    'restore-tested': {
      level: 'silver',
      title: 'A restore was tested',
      params: { withinDays: 180 },
      rules: [
        doneRecently('restore.lastSuccessAt', {
          when: DATASTORE_OF_RECORD_EXISTS,
        }),
      ],
      expected: 'a restore that succeeded within {{ params.withinDays }} days',
      fix: {
        title: 'Restore the last backup somewhere else, and check the data',
        steps: [
          'Restore into an empty instance beside production; never into production.',
          'Compare counts and a few records, start the service against it, and measure how long it all took: that is the real recovery time.',
          'A Velero restore counts by itself; otherwise push the restore as evidence, or attest it with a link.',
        ],
        url: 'https://sre.google/sre-book/data-integrity/',
      },
    },
    'recovery-objectives': {
      level: 'silver',
      title: 'Recovery objectives are stated',
      rules: [
        {
          when: DATASTORE_OF_RECORD_EXISTS,
          rule: "'RPO' in recovery.objectives && 'RTO' in recovery.objectives",
          found: namesOr('recovery.objectives', 'neither'),
        },
      ],
      expected: 'RPO and RTO',
      fix: {
        title:
          'State how much data may be lost, and how long recovery may take',
        steps: [
          snippetStep(
            'In a tradeoff record, or in a runbook for recovery:',
            'markdown',
            `
## Recovery objectives

- RPO: 15 minutes. What was written in the last 15 minutes may be lost.
- RTO: 2 hours. Within 2 hours the service answers again.
`,
          ),
          'Agree on them with whoever depends on the service, and check them against the last restore.',
        ],
      },
    },
  },
});
