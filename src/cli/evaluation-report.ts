import type { Evaluation, JudgedText } from '../app/evaluate-understanding';
import type { UtteranceLanguage } from '../domain/language/language';
import { UTTERANCE_LANGUAGES } from '../domain/language/language';
import { coverageChart, reliabilityChart } from './evaluation-charts';

export interface ReportSettings {
  readonly targetPrecision: number;
  readonly accept: (language: UtteranceLanguage) => number;
  readonly nameOf: (code: string) => string;
}

const MOST_CONFUSIONS = 40;
const MOST_EXAMPLES = 3;

/** An HTML page, complete in itself: figures, reliability, coverage against precision, confusions. */
export function evaluationReport({ byLanguage, judged }: Evaluation, settings: ReportSettings): string {
  const languages = Object.keys(byLanguage);
  const figures = languages.map((language) => {
    const f = byLanguage[language];
    const shares = f ? [f.top1, f.top3, f.auto, f.autoCorrect].map(percent) : [];
    return row([language, String(f?.rows ?? 0), ...shares, (f?.reliabilityError ?? 0).toFixed(3)]);
  });
  const charts = languages.map((language) => {
    const own = judged.filter((j) => j.language === language);
    const known = UTTERANCE_LANGUAGES.find((l) => l === language);
    return `<section><h3>${escape(language)}</h3><div class="charts">
${reliabilityChart(own, `Reliability, ${language}`)}
${coverageChart(own, settings.targetPrecision, known && settings.accept(known), `Coverage against precision, ${language}`)}
</div></section>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>How well Dadam understands</title><style>${STYLE}</style></head><body><main>
<h1>How well Dadam understands</h1>
<p>${judged.length} labelled texts. “Accepted” is what is filed without asking the citizen about the service; its target is ${percent(settings.targetPrecision)} right.</p>
<h2>Figures</h2>
<table><thead>${head(['language', 'texts', 'first right', 'among first three', 'accepted', 'of those right', 'reliability error'])}</thead><tbody>${figures.join('')}</tbody></table>
<h2>Are the probabilities believable?</h2>
<p>Left: each point is a tenth of the texts; on the line, what is said is what is right. Right: how many texts can be accepted at which precision; the mark is the threshold in use.</p>
${charts.join('')}
<h2>Confusions worth looking at</h2>
<p>Taken for another service most often, wrong acceptances first.</p>
${confusionTable(judged, settings)}
</main></body></html>
`;
}

interface Confusion {
  readonly code: string;
  readonly taken: string;
  readonly texts: readonly JudgedText[];
}

function confusionTable(judged: readonly JudgedText[], { nameOf }: ReportSettings): string {
  const groups = new Map<string, JudgedText[]>();
  for (const text of judged.filter(({ right }) => !right)) {
    const key = `${text.code}\u0000${text.taken}`;
    groups.set(key, [...(groups.get(key) ?? []), text]);
  }
  const accepted = ({ texts }: Confusion): number => texts.filter((t) => t.accepted).length;
  const confusions = [...groups.values()]
    .map((texts): Confusion => ({ code: texts[0]?.code ?? '', taken: texts[0]?.taken ?? '', texts }))
    .sort((a, b) => accepted(b) - accepted(a) || b.texts.length - a.texts.length)
    .slice(0, MOST_CONFUSIONS);
  const rows = confusions.map((confusion) => {
    const { code, taken, texts } = confusion;
    const examples = texts
      .slice(0, MOST_EXAMPLES)
      .map((t) => `<li>${escape(t.text)} <small>${t.language}, ${percent(t.probability)}</small></li>`);
    return `<tr><td>${label(code, nameOf)}</td><td>${taken === '' ? 'nothing' : label(taken, nameOf)}</td><td>${texts.length}</td><td>${accepted(confusion)}</td><td><ul>${examples.join('')}</ul></td></tr>`;
  });
  return `<table><thead>${head(['is', 'taken for', 'texts', 'accepted', 'examples'])}</thead><tbody>${rows.join('')}</tbody></table>`;
}

const label = (code: string, nameOf: (code: string) => string): string =>
  `${escape(nameOf(code))}<br><code>${escape(code)}</code>`;
const head = (cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr>`;
const row = (cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? '&quot;');

const STYLE = `
body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1b1f24;background:#fff}
main{max-width:70rem;margin:0 auto;padding:1rem}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid #d0d7de}
ul{margin:0;padding-left:1.1rem}small,code{color:#57606a}
.charts{display:flex;flex-wrap:wrap;gap:1rem}svg{width:26rem;max-width:100%;height:auto}
`;
