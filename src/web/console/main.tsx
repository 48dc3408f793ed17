import { render } from 'preact';
import type { Texts } from '../../contract/texts';
import { Console } from './console';
import './console.css';

async function start(): Promise<void> {
  const texts = (await (await fetch('/api/texts/console')).json()) as Texts;
  const root = document.getElementById('app');
  if (root) render(<Console say={(key) => texts.ko[key] ?? key} />, root);
}

void start();
