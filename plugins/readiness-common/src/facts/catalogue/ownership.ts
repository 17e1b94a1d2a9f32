import { defineFact } from '../define';

export const ownershipFacts = [
  defineFact(
    'owner.ref',
    'string',
    ['catalog'],
    'The owner as an entity reference; empty where none is given.',
  ),
  defineFact(
    'owner.kind',
    'string',
    ['catalog'],
    'Group or User; empty where the owner does not exist.',
  ),
  defineFact(
    'owner.exists',
    'bool',
    ['catalog'],
    'The owner exists in the catalog.',
  ),
  defineFact(
    'owner.members',
    'int',
    ['catalog'],
    'Distinct members of the owner, through child groups.',
  ),
  defineFact(
    'owner.contacts',
    'strings',
    ['catalog'],
    'Ways to reach the owner: e-mail, chat, links.',
  ),
  defineFact(
    'owner.handles',
    'strings',
    ['catalog'],
    'The owner as a Git host writes it, such as @acme/payments-core, with its members; absent where no annotation tells, since names are never guessed.',
  ),
  defineFact(
    'codeowners.owners',
    'strings',
    ['github', 'repository'],
    'Who CODEOWNERS names for the files of the service; empty without the file.',
  ),
  defineFact('onCall.people', 'int', ['pagerduty'], 'People on call now.'),
  defineFact(
    'onCall.levels',
    'int',
    ['pagerduty'],
    'Levels of the escalation policy.',
  ),
  defineFact(
    'onCall.teams',
    'strings',
    ['pagerduty'],
    'Teams that are paged, by their id there: pagerduty.com/team-id of a group says which it is.',
  ),
];
