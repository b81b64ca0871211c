import { createRoot } from 'react-dom/client';
import { Stage } from './stage.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<Stage />);
