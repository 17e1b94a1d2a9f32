import { defaultAxes, parseRecord } from '@airworthy/plugin-tradeoffs-common';
import { newRecordText, nextName } from './newRecordText';

const axes = defaultAxes.map(axis => ({
  ...axis,
  poles: [...axis.poles],
  stops: [...axis.stops],
  checks: [...axis.checks],
}));

const given = {
  entityRef: 'component:default/payments-api',
  owner: 'group:default/payments-core',
  names: ['payments-0007', 'payments-0012', 'sys-0001'],
  axes,
  today: '2026-11-24',
};

function parsed(text: string) {
  return parseRecord({
    file: 'record.md',
    text: text.replace('# \n', '# A title\n'),
  });
}

describe('newRecordText', () => {
  it('is a draft that can be read once it has a title', () => {
    const { record, problems } = parsed(newRecordText(given));
    expect(problems.filter(problem => problem.severity === 'error')).toEqual(
      [],
    );
    expect(record).toMatchObject({
      id: 'payments-api-0013',
      status: 'draft',
      date: '2026-11-24',
      reviewIn: '6 months',
      decisionMakers: ['group:default/payments-core'],
      entityRefs: ['component:default/payments-api'],
      tradeoffs: [],
    });
  });

  it('accepts the check that it was begun for, on the axis of that check', () => {
    const { record } = parsed(
      newRecordText({ ...given, accepts: 'autoscaling' }),
    );
    expect(record?.accepts).toEqual([{ check: 'autoscaling' }]);
    expect(record?.tradeoffs).toMatchObject([
      { axis: 'simplicity-scalability', position: 0 },
    ]);
  });

  it('has the heading that it was begun for', () => {
    const { record } = parsed(
      newRecordText({ ...given, heading: 'Traffic or usage pattern' }),
    );
    expect(record?.sections.map(section => section.title)).toContain(
      'Traffic or usage pattern',
    );
  });
});

describe('nextName', () => {
  it('counts on from the highest number', () => {
    expect(nextName('component:default/a b', ['0002-x', 'pay-0040'])).toBe(
      'a-b-0041',
    );
    expect(nextName('component:default/a', [])).toBe('a-0001');
  });
});
