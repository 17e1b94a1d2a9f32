import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * Every text of the shared parts, so that an app can put its own in place.
 *
 * @public
 */
export const readinessReactTranslationRef = createTranslationRef({
  id: 'plugin.readiness-react',
  messages: {
    age: {
      ago: {
        now: 'just now',
        minutes_one: '{{count}} min ago',
        minutes_other: '{{count}} min ago',
        hours_one: '{{count}} h ago',
        hours_other: '{{count}} h ago',
        days_one: '{{count}} day ago',
        days_other: '{{count}} days ago',
      },
      old: {
        now: 'less than 1 min old',
        minutes_one: '{{count}} min old',
        minutes_other: '{{count}} min old',
        hours_one: '{{count}} h old',
        hours_other: '{{count}} h old',
        days_one: '{{count}} day old',
        days_other: '{{count}} days old',
      },
      bare: {
        now: 'now',
        minutes_one: '{{count}} min',
        minutes_other: '{{count}} min',
        hours_one: '{{count}} h',
        hours_other: '{{count}} h',
        days_one: '{{count}} day',
        days_other: '{{count}} days',
      },
    },
    state: { refetching: 'Reading again' },
    copy: {
      copied: 'Copied',
      refused: 'The browser did not allow copying',
    },
    problem: {
      retry: 'Try again',
      copyDetails: 'Copy details',
      reread:
        'Reading again failed at {{at}}: {{message}}. What is shown is from before.',
      failed:
        'The service answered {{message}}, on {{at}}. The rest of this page is not affected.',
      noAccess: 'Ask whoever runs this portal for the permission.',
    },
    filter: {
      all: 'all',
      some_one: '{{count}} chosen',
      some_other: '{{count}} chosen',
      find: 'Find',
      noOption: 'Nothing by that name',
      clear: 'Clear',
    },
  },
});
