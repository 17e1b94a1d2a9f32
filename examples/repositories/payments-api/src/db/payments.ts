import { pool } from './pool.js';
import { queryDuration } from '../metrics.js';

export interface Payment {
  id: string;
  orderId: string;
  amountCents: number;
  currency: string;
  state: 'pending' | 'captured' | 'failed' | 'refunded';
}

async function timed<T>(statement: string, run: () => Promise<T>): Promise<T> {
  const stop = queryDuration.startTimer({ statement });
  try {
    return await run();
  } finally {
    stop();
  }
}

/** Repeating a request with the same key returns the first payment. */
export function createPayment(
  key: string,
  payment: Omit<Payment, 'id' | 'state'>,
): Promise<Payment | undefined> {
  return timed('create', async () => {
    const { rows } = await pool.query<Payment>(
      `INSERT INTO payments (idempotency_key, order_id, amount_cents, currency)
       VALUES ($1, $2, $3, $4)
       ON CONFLICT (idempotency_key) DO UPDATE SET idempotency_key = EXCLUDED.idempotency_key
       RETURNING id, order_id AS "orderId", amount_cents AS "amountCents", currency, state`,
      [key, payment.orderId, payment.amountCents, payment.currency],
    );
    return rows[0];
  });
}

export function findPayment(id: string): Promise<Payment | undefined> {
  return timed('find', async () => {
    const { rows } = await pool.query<Payment>(
      `SELECT id, order_id AS "orderId", amount_cents AS "amountCents", currency, state
       FROM payments WHERE id = $1`,
      [id],
    );
    return rows[0];
  });
}

export function settlePayment(
  id: string,
  state: Payment['state'],
): Promise<void> {
  return timed('settle', async () => {
    await pool.query('UPDATE payments SET state = $2 WHERE id = $1', [id, state]);
  });
}
