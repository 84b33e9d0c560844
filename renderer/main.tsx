import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { start } from './app/start';
import './styles/index.css';

const place = document.getElementById('root');
if (place) {
  await start();
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
