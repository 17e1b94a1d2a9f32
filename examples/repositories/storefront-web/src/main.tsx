import { createRoot } from 'react-dom/client';
import { Search } from './Search';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(<Search />);
}
