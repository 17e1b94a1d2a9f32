export { checkAnswers } from './checkAnswers';
export type { Questions } from './readQuestions';
