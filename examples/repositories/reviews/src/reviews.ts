import pg from 'pg';

export const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: 10,
  connectionTimeoutMillis: 2_000,
  statement_timeout: 3_000,
});

export function averageStars(reviews: { stars: number }[]): number | undefined {
  if (reviews.length === 0) {
    return undefined;
  }
  return reviews.reduce((sum, review) => sum + review.stars, 0) / reviews.length;
}
