import './styles/page.css';
import { render } from 'preact';
import { AppShell } from './app-shell.tsx';

const root = document.getElementById('root');
if (root !== null) render(<AppShell />, root);
