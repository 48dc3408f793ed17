import { Router } from 'express';
import { static as serveStatic } from 'express';
import type { Phrases } from '../app/ports/catalogue';
import type { Texts } from '../contract/texts';
import { LANGUAGES } from '../domain/language/language';

/** The page a citizen sees, with the widget in it, and the agents' console. */
export function pages(publicDir: string, phrases: Phrases): Router {
  const router = Router();
  router.get('/', (_request, response) => {
    response.type('html').send(page('ko', '다담 · 서울시 민원 창구', 'widget'));
  });
  router.get('/console', (_request, response) => {
    response.type('html').send(page('ko', '다담 상담 콘솔', 'console'));
  });
  for (const part of ['widget', 'console']) {
    const texts = Object.fromEntries(
      LANGUAGES.map((language) => [language, phrases.sentences(language, `${part}.`)]),
    ) as Texts;
    router.get(`/api/texts/${part}`, (_request, response) => {
      response.json(texts);
    });
  }
  router.get('/favicon.ico', (_request, response) => {
    response.status(204).end();
  });
  router.use('/assets', serveStatic(publicDir, { index: false, maxAge: '5m' }));
  return router;
}

const page = (language: string, title: string, bundle: string): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/assets/${bundle}.css">
</head>
<body>
<div id="app"></div>
<script src="/assets/${bundle}.js"></script>
</body>
</html>
`;
