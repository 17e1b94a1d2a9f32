import { useState } from 'react';
import { priceText } from './price';

interface Product {
  sku: string;
  title: string;
  cents: number;
}

export function Search() {
  const [products, setProducts] = useState<Product[]>([]);
  const [away, setAway] = useState(false);

  async function find(words: string) {
    try {
      const response = await fetch(`/api/search?q=${encodeURIComponent(words)}`, { signal: AbortSignal.timeout(1_000) });
      setProducts((await response.json()) as Product[]);
      setAway(false);
    } catch {
      // Without search the categories stay.
      setAway(true);
    }
  }

  return (
    <main>
      <input aria-label="Search products" onChange={event => void find(event.target.value)} />
      {away && <p role="status">Search is away. Browse the categories instead.</p>}
      <ul>
        {products.map(product => (
          <li key={product.sku}>
            {product.title} {priceText(product.cents)}
          </li>
        ))}
      </ul>
    </main>
  );
}
