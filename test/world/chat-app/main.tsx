import { createRoot } from 'react-dom/client';
import './stage.css';
import './phone.css';
import './backstage.css';
import { Stage } from './stage.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<Stage />);
