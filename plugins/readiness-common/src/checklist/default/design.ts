import { defineQuestion } from './defineQuestion';
import { namesOr, snippetStep } from './templates';

export const design = defineQuestion({
  id: 'design',
  question: {
    title: 'Is the design written down?',
    shortTitle: 'Design',
    quality: 'maintainability',
  },
  checks: {
    'tradeoffs-recorded': {
      level: 'silver',
      title: 'A tradeoff is on record',
      rules: [
        {
          rule: 'tradeoffs.axes.size() > 0',
          found: namesOr('tradeoffs.axes', 'no record in force'),
        },
      ],
      expected: 'a record in force on at least one axis',
      fix: {
        title: 'Record what was chosen, and what was given up for it',
        steps: [
          'Take the decision that newcomers ask about most, and record it as a tradeoff: what was chosen, what it costs, on what assumptions, and when to look again.',
          'Have it accepted by whoever bears the cost.',
        ],
        url: 'https://adr.github.io/madr/',
      },
    },
    'design-covered': {
      level: 'gold',
      title: 'The design covers all eight steps',
      rules: [
        {
          rule: 'tradeoffs.designSteps == 8',
          found: '{{ tradeoffs.designSteps }} of 8',
        },
      ],
      expected: 'all 8 covered, or said not to apply',
      fix: {
        title: 'Cover all eight steps of the design',
        steps: [
          snippetStep(
            'Say each of these in a record, or that it does not apply and why:',
            'markdown',
            `
1. Requirements
2. Traffic or usage pattern
3. Core components
4. Data flow
5. Failure handling
6. Monitoring and alerting
7. Security and access
8. Tradeoffs
`,
          ),
        ],
      },
    },
  },
});
