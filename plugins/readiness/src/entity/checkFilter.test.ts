import { fleet } from '../../dev/fleet';
import { scorecardOf } from '../../dev/explain';
import {
  countByFilter,
  filterQuestions,
  nextChecks,
  openAtFirst,
  parseCheckFilter,
  questionOf,
} from './checkFilter';

const scorecard = scorecardOf(
  fleet.filter(row => row.name === 'payments-api')[0],
);

describe('checkFilter', () => {
  it('counts what each filter keeps', () => {
    expect(countByFilter(scorecard.questions)).toEqual({
      all: 62,
      fail: 5,
      unknown: 1,
      accepted: 2,
      drift: 1,
    });
  });

  it('keeps the questions that still have a check', () => {
    const questions = filterQuestions(scorecard.questions, 'unknown');
    expect(
      questions.map(question => question.checks.map(check => check.id)),
    ).toEqual([['dependency-alert']]);
    expect(filterQuestions(scorecard.questions, 'all')).toEqual(
      scorecard.questions,
    );
  });

  it('puts the failing ones of the next checks first, as they come', () => {
    expect(nextChecks(scorecard).map(check => check.id)).toEqual([
      'autoscaling',
      'dependency-alert',
    ]);
    expect(nextChecks({ ...scorecard, next: undefined })).toEqual([]);
  });

  it('opens the questions that hold a next check', () => {
    expect(openAtFirst(scorecard)).toEqual([
      'multiple-instances',
      'slow-dependency',
    ]);
  });

  it('finds the question of a check', () => {
    expect(questionOf(scorecard, 'spread')?.number).toBe(2);
    expect(questionOf(scorecard, 'gone')).toBeUndefined();
  });

  it('takes what it does not know for all', () => {
    expect(parseCheckFilter('fail')).toBe('fail');
    expect(parseCheckFilter('red')).toBe('all');
    expect(parseCheckFilter(null)).toBe('all');
  });
});
