import type {
  CurrentText,
  RecordDetail,
  RecordSave,
} from '@airworthy/plugin-tradeoffs-common';
import { problemOf, type Problem } from '@airworthy/plugin-readiness-react';
import { useCallback, useEffect, useState } from 'react';
import { applyTextChange } from './applyTextChange';
import { drafts, type Draft } from './drafts';
import {
  applyForm,
  baseOf,
  type FormBase,
  type RecordForm,
} from './recordForm';

/** A text to begin with, and where it goes. */
export interface EditorSource {
  content: string;
  /** Of the stored text; absent for a new record. */
  revision?: number;
  /** Stands in the editor instead of the stored text, not saved yet. */
  begin?: string;
}

/** @internal */
export interface EditorOptions {
  source: EditorSource;
  /** Keeps drafts of different records apart. */
  draftKey: string;
  save: (
    content: string,
    revision: number | undefined,
  ) => Promise<RecordSave<RecordDetail>>;
  onSaved: (record: RecordDetail) => void;
}

/** @internal */
export interface Editor {
  content: string;
  /** Absent where the text has to be edited as a file. */
  form?: RecordForm;
  dirty: boolean;
  /** The draft that was found and taken up. */
  restored?: Draft;
  saving: boolean;
  problem?: Problem;
  conflict?: CurrentText;
  changeForm: (change: Partial<RecordForm>) => void;
  /** The whole file, as a text area holds it. */
  changeFile: (shown: string) => void;
  save: () => Promise<void>;
  /** Saves over the text that somebody else stored. */
  keepMine: () => Promise<void>;
  takeTheirs: () => void;
  /** Goes back to the stored text. */
  discard: () => void;
}

/**
 * The state of the editor. The text is derived from the one that was loaded
 * and from the fields, so that what nobody touched stays as it was.
 */
export function useEditor(options: EditorOptions): Editor {
  const { source, draftKey, save, onSaved } = options;
  const [restored, setRestored] = useState(() => {
    const draft = drafts.read(draftKey);
    return draft && draft.content !== source.content ? draft : undefined;
  });
  const [base, setBase] = useState<FormBase>(() =>
    baseOf(restored?.content ?? source.begin ?? source.content),
  );
  const [form, setForm] = useState(base.form);
  // A draft belongs to the text that it began with: if somebody saved since,
  // saving it has to be a conflict.
  const [revision, setRevision] = useState(
    restored ? restored.revision : source.revision,
  );
  const [stored, setStored] = useState(source.content);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  const [conflict, setConflict] = useState<CurrentText | undefined>();

  const content = form ? applyForm(base, form) : base.content;
  const dirty = content !== stored;

  useEffect(() => {
    if (dirty) {
      drafts.write(draftKey, {
        content,
        revision,
        at: new Date().toISOString(),
      });
    } else {
      drafts.remove(draftKey);
    }
  }, [draftKey, content, dirty, revision]);

  const begin = useCallback((text: string) => {
    const next = baseOf(text);
    setBase(next);
    setForm(next.form);
  }, []);

  const store = async (at: number | undefined) => {
    setSaving(true);
    setProblem(undefined);
    try {
      const outcome = await save(content, at);
      if (outcome.outcome === 'conflict') {
        setConflict(outcome.current);
      } else {
        drafts.remove(draftKey);
        setStored(content);
        setConflict(undefined);
        onSaved(outcome.result);
      }
    } catch (error) {
      setProblem(problemOf(error, Date.now()));
    }
    setSaving(false);
  };

  return {
    content,
    form,
    dirty,
    restored,
    saving,
    problem,
    conflict,
    changeForm: change =>
      setForm(before => (before ? { ...before, ...change } : before)),
    changeFile: shown => begin(applyTextChange(content, shown)),
    save: () => store(revision),
    keepMine: () => store(conflict?.revision),
    takeTheirs: () => {
      if (conflict) {
        setRevision(conflict.revision);
        setStored(conflict.content);
        begin(conflict.content);
        setConflict(undefined);
        setRestored(undefined);
      }
    },
    discard: () => {
      setRevision(source.revision);
      setStored(source.content);
      begin(source.content);
      setConflict(undefined);
      setRestored(undefined);
    },
  };
}
