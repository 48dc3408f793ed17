import type { JudgedText } from '../app/evaluate-understanding';
import { reliabilityBins } from '../domain/service/calibration-error';

const SIZE = 300;
const LEFT = 46;
const TOP = 14;
const WIDTH = LEFT + SIZE + 14;
const HEIGHT = TOP + SIZE + 44;

/** What is said against what is right, a point for each tenth of the texts. */
export function reliabilityChart(judged: readonly JudgedText[], title: string): string {
  const x = scale(0, 1);
  const y = scale(0, 1, true);
  const points = reliabilityBins(judged).map(
    ({ said, right, count }) =>
      `<circle cx="${x(said)}" cy="${y(right)}" r="5" fill="#0a58ca"><title>said ${said.toFixed(3)}, right ${right.toFixed(3)}, ${count} texts</title></circle>`,
  );
  const diagonal = `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="#57606a" stroke-dasharray="4"/>`;
  return chart(title, 'stated probability', 'share right', axes(x, y, 0), diagonal + points.join(''));
}

/** Which share of the texts can be accepted at which precision. */
export function coverageChart(
  judged: readonly JudgedText[],
  target: number,
  threshold: number | undefined,
  title: string,
): string {
  const LOWEST = 0.6;
  const x = scale(0, 1);
  const y = scale(LOWEST, 1, true);
  const sorted = judged.toSorted((a, b) => b.probability - a.probability);
  let right = 0;
  const curve = sorted.map((text, i) => {
    right += Number(text.right);
    return { coverage: (i + 1) / sorted.length, precision: right / (i + 1), p: text.probability };
  });
  const path = curve
    .filter((_, i) => i >= 10 && i % Math.ceil(sorted.length / 300) === 0)
    .map(({ coverage, precision }) => `${x(coverage)},${y(Math.max(LOWEST, precision))}`);
  const used = threshold === undefined ? undefined : curve.findLast(({ p }) => p >= threshold);
  const mark = used
    ? `<circle cx="${x(used.coverage)}" cy="${y(Math.max(LOWEST, used.precision))}" r="6" fill="none" stroke="#b02a37" stroke-width="2"><title>threshold in use: ${(used.coverage * 100).toFixed(1)} % accepted, ${(used.precision * 100).toFixed(1)} % of them right</title></circle>`
    : '';
  const aim = `<line x1="${x(0)}" y1="${y(target)}" x2="${x(1)}" y2="${y(target)}" stroke="#57606a" stroke-dasharray="4"/>`;
  const line = `<polyline points="${path.join(' ')}" fill="none" stroke="#0a58ca" stroke-width="2"/>`;
  return chart(title, 'share accepted', 'share of those right', axes(x, y, LOWEST), aim + line + mark);
}

type Scale = (value: number) => string;

/** From `low`..1 to pixels; vertical axes grow upwards. */
const scale =
  (low: number, high: number, vertical = false): Scale =>
  (value) => {
    const share = (value - low) / (high - low);
    return (vertical ? TOP + SIZE * (1 - share) : LEFT + SIZE * share).toFixed(1);
  };

function axes(x: Scale, y: Scale, lowest: number): string {
  const across = [0, 0.25, 0.5, 0.75, 1].map(
    (v) => `<text x="${x(v)}" y="${TOP + SIZE + 18}" text-anchor="middle">${v}</text>`,
  );
  const up = Array.from({ length: 5 }, (_, i) => lowest + ((1 - lowest) * i) / 4).map(
    (v) =>
      `<text x="${LEFT - 6}" y="${y(v)}" text-anchor="end" dominant-baseline="middle">${Number(v.toFixed(3))}</text><line x1="${x(0)}" y1="${y(v)}" x2="${x(1)}" y2="${y(v)}" stroke="#eaeef2"/>`,
  );
  return [...up, ...across].join('');
}

const chart = (title: string, below: string, beside: string, scales: string, content: string): string =>
  `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}" font-size="11" font-family="system-ui,sans-serif" fill="#1b1f24"><rect x="${LEFT}" y="${TOP}" width="${SIZE}" height="${SIZE}" fill="none" stroke="#d0d7de"/>${scales}${content}<text x="${LEFT + SIZE / 2}" y="${HEIGHT - 8}" text-anchor="middle">${below}</text><text x="12" y="${TOP + SIZE / 2}" text-anchor="middle" transform="rotate(-90 12 ${TOP + SIZE / 2})">${beside}</text></svg>`;
