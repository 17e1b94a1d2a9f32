export interface Item {
  id: string;
  name: string;
  quantity: number;
}

export interface Report {
  id: string;
  status: 'waiting' | 'ready' | 'failed';
}

/** What the API says when it cannot do what was asked. */
export class ApiError extends Error {}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, {
    ...init,
    headers: init?.body ? { 'content-type': 'application/json' } : {},
  });
  if (response.status === 204) {
    return undefined as T;
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new ApiError(body.error ?? 'The service does not answer');
  }
  return body;
}

export const api = {
  listItems: () => ask<{ items: Item[] }>('/api/items'),
  createItem: (item: Omit<Item, 'id'>) =>
    ask<Item>('/api/items', { method: 'POST', body: JSON.stringify(item) }),
  removeItem: (id: string) =>
    ask<unknown>(`/api/items/${id}`, { method: 'DELETE' }),
  requestReport: () => ask<Report>('/api/reports', { method: 'POST' }),
  /** Calls back with each state of a report. Returns how to stop. */
  followReport: (id: string, listener: (report: Report) => void) => {
    const events = new EventSource(`/api/reports/${id}/events`);
    events.onmessage = ({ data }) => {
      const report: Report = JSON.parse(data);
      listener(report);
      if (report.status !== 'waiting') {
        events.close();
      }
    };
    return () => events.close();
  },
};
