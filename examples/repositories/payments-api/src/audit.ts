import { pool } from './db/pool.js';
import { logger } from './logger.js';

export interface AuditEvent {
  actor: string;
  action: 'payment.created' | 'payment.captured' | 'payment.refunded';
  subject: string;
  detail: Record<string, string | number>;
}

/** The application's role may insert into audit_log and nothing else. */
export async function audit(event: AuditEvent): Promise<void> {
  await pool.query(
    'INSERT INTO audit_log (actor, action, subject, detail) VALUES ($1, $2, $3, $4)',
    [event.actor, event.action, event.subject, event.detail],
  );
  logger.info({ audit: event }, 'audited');
}
