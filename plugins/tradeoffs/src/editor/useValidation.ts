import { useApi } from '@backstage/core-plugin-api';
import {
  lintRecord,
  parseRecord,
  type RecordProblem,
  type RecordValidation,
} from '@airworthy/plugin-tradeoffs-common';
import { useEffect, useMemo, useState } from 'react';
import { tradeoffsApiRef } from '../api/tradeoffsApiRef';

/** What is wrong with the text as it stands. */
export interface Validation {
  problems: RecordProblem[];
  errors: number;
  /** The back end's view, once it arrived for this very text. */
  answer?: RecordValidation;
}

const FILE = 'record.md';
/** Milliseconds without a key pressed before the back end is asked. */
const PAUSE = 600;

/**
 * Judges a text while it is written: at once by the rules of the format, and
 * after a pause by the back end, which knows checks, facts and entities.
 */
export function useValidation(
  content: string,
  entityRef: string | undefined,
): Validation {
  const api = useApi(tradeoffsApiRef);
  const [answered, setAnswered] = useState<
    { content: string; answer: RecordValidation } | undefined
  >();
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      api.validateRecord({ content, entityRef }).then(
        answer => {
          if (current) {
            setAnswered({ content, answer });
          }
        },
        // The format's own rules go on; a save says what the back end thinks.
        () => {},
      );
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, content, entityRef]);
  const local = useMemo(() => {
    const { record, problems } = parseRecord({ file: FILE, text: content });
    return record ? [...problems, ...lintRecord(record, FILE)] : problems;
  }, [content]);
  const answer = answered?.content === content ? answered.answer : undefined;
  const problems = answer?.problems ?? local;
  return {
    problems,
    errors: problems.filter(problem => problem.severity === 'error').length,
    answer,
  };
}
