import { render } from 'preact';
import type { Texts } from '../../contract/texts';
import type { WidgetLanguage } from './chat';
import { Chat } from './chat';
import './widget.css';

function browserLanguage(): WidgetLanguage {
  const tag = navigator.language.toLowerCase();
  if (tag.startsWith('zh')) return /hant|tw|hk|mo/.test(tag) ? 'zh-Hant' : 'zh-Hans';
  return tag.startsWith('en') ? 'en' : 'ko';
}

async function start(): Promise<void> {
  const texts = (await (await fetch('/api/texts/widget')).json()) as Texts;
  const root = document.getElementById('app');
  if (root) render(<Chat texts={texts} initial={browserLanguage()} />, root);
}

void start();
