export interface Line {
  sku: string;
  quantity: number;
}

/** Adding a product that is there raises its quantity; zero removes it. */
export function withLine(lines: Line[], line: Line): Line[] {
  const others = lines.filter(other => other.sku !== line.sku);
  const known = lines.find(other => other.sku === line.sku)?.quantity ?? 0;
  const quantity = line.quantity === 0 ? 0 : known + line.quantity;
  return quantity > 0 ? [...others, { sku: line.sku, quantity }] : others;
}
