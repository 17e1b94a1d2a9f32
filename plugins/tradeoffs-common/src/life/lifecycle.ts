import type { RecordStatus } from '../model/types';

const NEXT: Record<RecordStatus, readonly RecordStatus[]> = {
  draft: ['proposed', 'rejected'],
  proposed: ['draft', 'accepted', 'rejected'],
  accepted: ['deprecated', 'superseded'],
  rejected: [],
  deprecated: ['superseded'],
  superseded: [],
};

/**
 * Statuses that a record may take next.
 *
 * @public
 */
export function nextStatuses(status: RecordStatus): readonly RecordStatus[] {
  return NEXT[status];
}

/**
 * Whether a record may go from one status to another. To stay is allowed.
 *
 * @public
 */
export function canMove(from: RecordStatus, to: RecordStatus): boolean {
  return from === to || NEXT[from].includes(to);
}
