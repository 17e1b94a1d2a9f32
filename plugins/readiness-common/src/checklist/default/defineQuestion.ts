import type { CheckConfig, QuestionConfig } from '../types';

/**
 * One question of the default checklist with the checks that answer it, in
 * order.
 */
export interface DefaultQuestion {
  id: string;
  question: QuestionConfig;
  /**
   * Whether the question is still asked of a deprecated service, which nobody
   * improves any more but which still runs; false unless told.
   */
  asksDeprecated?: boolean;
  /** Keyed by check id. */
  checks: Record<string, Omit<CheckConfig, 'question'>>;
}

/** Declares one question of the default checklist. */
export function defineQuestion(question: DefaultQuestion): DefaultQuestion {
  return question;
}
