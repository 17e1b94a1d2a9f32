export { ExpressionError } from './ExpressionError';
export type { FactRead } from './FactRead';
