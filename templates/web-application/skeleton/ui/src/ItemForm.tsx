import { useState, type FormEvent } from 'react';
import { api } from './api.js';

export function ItemForm(props: {
  onCreated: () => void;
  onProblem: (problem: string) => void;
}) {
  const [name, setName] = useState('');
  const [quantity, setQuantity] = useState(1);

  async function create(event: FormEvent) {
    event.preventDefault();
    try {
      await api.createItem({ name, quantity });
      setName('');
      props.onCreated();
    } catch (error) {
      props.onProblem(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <form onSubmit={event => void create(event)}>
      <label>
        Name
        <input
          required
          maxLength={100}
          value={name}
          onChange={event => setName(event.target.value)}
        />
      </label>
      <label>
        Quantity
        <input
          type="number"
          min={0}
          value={quantity}
          onChange={event => setQuantity(Number(event.target.value))}
        />
      </label>
      <button type="submit">Add</button>
    </form>
  );
}
