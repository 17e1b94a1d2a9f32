import { defineQuestion } from './defineQuestion';
import { failingOr, snippetStep } from './templates';

export const runbooks = defineQuestion({
  id: 'runbooks',
  question: {
    number: 11,
    title: 'Are runbooks available for common incidents?',
    shortTitle: 'Runbooks',
    quality: 'maintainability',
  },
  checks: {
    'runbook-exists': {
      level: 'bronze',
      title: 'A runbook exists',
      rules: [
        {
          rule: 'runbook.exists',
          found: "{{ runbook.exists ? 'a runbook' : 'no runbook' }}",
        },
      ],
      expected: 'TechDocs with a runbook, or a runbook file',
      fix: {
        title: 'Write a runbook for the incidents that happen',
        steps: [
          snippetStep(
            'Begin `docs/runbooks/README.md` with the last incident:',
            'markdown',
            `
---
reviewed: 2026-11-23
---

# Runbook: {{ entity.name }}

## Errors are high

1. What does a user notice?
2. Where to look first: the dashboard, the last deployment, the dependencies.
3. What to do: roll back, switch off, scale, call whom.
`,
          ),
          'Let somebody who did not write it follow it once.',
        ],
        url: 'https://sre.google/sre-book/being-on-call/',
      },
    },
    'alerts-have-runbooks': {
      level: 'silver',
      title: 'Every paging alert leads to a runbook',
      rules: [
        {
          each: 'alerts',
          where: 'alert.pages',
          // Nobody is woken, so nobody needs to be told what to do: that no
          // alert exists is what the check `alerts` says.
          whenEmpty: 'not-applicable',
          rule: 'alert.hasRunbook && alert.runbookResolves',
          faultOn: '',
          found:
            "{{ !alert.hasRunbook ? 'no runbook_url' : alert.runbookResolves ? 'a runbook' : 'a runbook_url that leads nowhere' }}",
        },
      ],
      expected: 'a runbook_url that resolves, on every paging alert',
      fix: {
        title: `Tell whoever ${failingOr('a paging alert')} wakes what to do`,
        steps: [
          snippetStep(
            'Link the section of the runbook from the rule:',
            'yaml',
            `
annotations:
  runbook_url: https://git.example.com/{{ entity.name }}/blob/main/docs/runbooks/README.md#errors-are-high
`,
          ),
          'Where the link leads nowhere, write the section, or correct the link.',
        ],
      },
    },
    'runbook-fresh': {
      level: 'gold',
      title: 'Every runbook was reviewed within {{ params.withinDays }} days',
      params: { withinDays: 180 },
      rules: [
        {
          rule: 'runbook.exists && runbook.reviewedAt >= now - days(params.withinDays) && runbook.reviewedAt <= now',
          found:
            "{{ !runbook.exists ? 'no runbook' : runbook.reviewedAt > now ? 'dated in the future' : 'a review ' + string((now - runbook.reviewedAt).getHours() / 24) + ' days ago' }}",
        },
      ],
      expected: 'reviewed within {{ params.withinDays }} days',
      fix: {
        title: 'Review the runbooks',
        steps: [
          'Read each one against how the service is today, better still by following it in a drill.',
          snippetStep(
            'Say so at its head, even where nothing had to change:',
            'markdown',
            `
---
reviewed: 2026-11-23
---
`,
          ),
        ],
      },
    },
  },
});
