import { defineQuestion } from './defineQuestion';
import { namesOr, snippetStep } from './templates';

/**
 * These checks read the owner and nothing of what is owned, so that they hold
 * for every kind that has an owner.
 */
export const ownership = defineQuestion({
  id: 'ownership',
  question: {
    number: 12,
    title: 'Is ownership clear for each service and component?',
    shortTitle: 'Ownership',
    quality: 'maintainability',
  },
  asksDeprecated: true,
  checks: {
    'owner-resolves': {
      level: 'bronze',
      title: 'The owner is a group that exists',
      rules: [
        {
          rule: "owner.exists && owner.kind == 'Group'",
          found:
            "{{ owner.ref == '' ? 'no owner' : !owner.exists ? owner.ref + ', which does not exist' : owner.kind == 'Group' ? owner.ref : owner.ref + ', which is a ' + owner.kind }}",
        },
      ],
      expected: 'a group of the catalog',
      fix: {
        title: 'Name a group as the owner',
        steps: [
          snippetStep(
            'In `catalog-info.yaml`:',
            'yaml',
            `
spec:
  owner: group:default/NAME-OF-THE-GROUP
`,
          ),
          'A person leaves, a group stays: where one person owns it, name the group in which they do so.',
        ],
        url: 'https://backstage.io/docs/features/software-catalog/descriptor-format/#specowner-required',
      },
    },
    'owner-has-members': {
      level: 'bronze',
      title: 'The owning group has members',
      rules: [
        {
          rule: "owner.kind == 'Group' && owner.members >= 1",
          found:
            "{{ owner.kind != 'Group' ? 'no group' : owner.members == 1 ? '1 member' : string(owner.members) + ' members' }}",
        },
      ],
      expected: 'at least 1 member, child groups included',
      fix: {
        title:
          'Give the owning group members, or hand over to one that has them',
        steps: [
          'Where people were forgotten, add the group to `spec.memberOf` of each of them, or to whatever the catalog reads people from.',
          'Where the team is gone, agree with another on who takes over, and change `spec.owner`.',
        ],
      },
    },
    'owner-contact': {
      level: 'silver',
      title: 'The owner can be reached',
      rules: [
        {
          rule: 'owner.exists && owner.contacts.size() > 0',
          found:
            "{{ !owner.exists ? 'no owner' : owner.contacts.size() == 0 ? 'no contact' : owner.contacts.join(', ') }}",
        },
      ],
      expected: 'an e-mail address, a chat channel or a link',
      fix: {
        title: 'Say how the owner is reached',
        steps: [
          snippetStep(
            'In the entity of the group:',
            'yaml',
            `
metadata:
  links:
    - url: https://chat.example.com/channels/NAME
      title: Chat
      type: chat
spec:
  profile:
    email: team@example.com
`,
          ),
        ],
        url: 'https://backstage.io/docs/features/software-catalog/descriptor-format/#kind-group',
      },
    },
    'on-call': {
      level: 'silver',
      title: 'Someone is on call now, and someone behind them',
      params: { levels: 2 },
      rules: [
        {
          rule: 'onCall.people >= 1 && onCall.levels >= params.levels',
          found:
            "{{ onCall.people == 0 ? 'nobody' : onCall.people == 1 ? '1 person' : string(onCall.people) + ' people' }} on call, {{ onCall.levels == 1 ? '1 escalation level' : string(onCall.levels) + ' escalation levels' }}",
        },
      ],
      expected:
        'someone now, with at least {{ params.levels }} escalation levels',
      fix: {
        title: 'Put someone on call, and someone behind them',
        steps: [
          'In PagerDuty, fill the gaps of the schedule, and add a level to the escalation policy of the service.',
          'Link the service: annotation `pagerduty.com/service-id` in `catalog-info.yaml`.',
        ],
        url: 'https://sre.google/sre-book/being-on-call/',
      },
    },
    'codeowners-agrees': {
      level: 'silver',
      title: 'CODEOWNERS names the owner',
      rules: [
        {
          rule: 'codeowners.owners.exists(name, name in owner.handles)',
          found: namesOr('codeowners.owners', 'nobody'),
        },
      ],
      expected: 'the owner, or one of its members',
      evidence: ['owner.handles'],
      fix: {
        title: 'Let CODEOWNERS and the catalog name the same team',
        steps: [
          snippetStep(
            'In `.github/CODEOWNERS`:',
            'text',
            `
* @ORGANISATION/TEAM
`,
          ),
          'Let the catalog know the team by that name: annotation `github.com/team-slug` on the group.',
          'Where CODEOWNERS is right, change `spec.owner` instead.',
        ],
        url: 'https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners',
      },
    },
    'bus-factor': {
      level: 'gold',
      title: 'More than one person answers for it',
      params: { minimum: 2 },
      rules: [
        {
          rule: "owner.kind == 'Group' && owner.members >= params.minimum",
          found:
            "{{ owner.kind != 'Group' ? 'no group' : owner.members == 1 ? '1 member' : string(owner.members) + ' members' }}",
        },
      ],
      expected: 'at least {{ params.minimum }} members, child groups included',
      fix: {
        title: 'Let a second person answer for it',
        steps: [
          'Bring somebody else into the group, and let them deploy, roll back and take a turn on call.',
          'Or merge the group with a neighbour that shares the work.',
        ],
      },
    },
  },
});
