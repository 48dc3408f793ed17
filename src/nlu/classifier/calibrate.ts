import type { DecisionThresholds } from '../../domain/service/intent-choice';
import type { UtteranceLanguage } from '../../domain/language/language';
import { perLanguage } from '../../domain/language/language';
import { probabilities } from './scoring-model';

/** A text that was scored by a model which had not seen it. */
export interface HeldOut {
  readonly language: UtteranceLanguage;
  readonly logits: Float64Array;
  /** Every class that is right. */
  readonly labels: readonly number[];
}

/** How scores of texts in one language become probabilities, and probabilities decisions. */
export interface LanguageCalibration {
  readonly temperature: number;
  readonly thresholds: DecisionThresholds;
}

/**
 * Finds temperature and thresholds of each language, so that what is accepted is right `target` of the time. A
 * language whose sample happens to be easy is trusted no more than all of them together.
 */
export function calibrateLanguages(
  heldOut: readonly HeldOut[],
  target: number,
): Record<UtteranceLanguage, LanguageCalibration> {
  const temperature = fitTemperature(heldOut);
  const common = fitThresholds(heldOut, temperature, target);
  return perLanguage((language) => {
    const own = heldOut.filter((message) => message.language === language);
    const fitted = Math.max(temperature, fitTemperature(own));
    return { temperature: fitted, thresholds: strictest(common, fitThresholds(own, fitted, target)) };
  });
}

const strictest = (a: DecisionThresholds, b: DecisionThresholds): DecisionThresholds => ({
  accept: Math.max(a.accept, b.accept),
  confirm: Math.max(a.confirm, b.confirm),
  offer: Math.max(a.offer, b.offer),
});

const GOLDEN = (Math.sqrt(5) - 1) / 2;
const COLDEST = 0.2;
const HOTTEST = 6;
/** Narrows the temperature to a hundredth. */
const STEPS = 14;

/** The temperature under which held-out texts are most likely; found by golden-section search. */
function fitTemperature(heldOut: readonly HeldOut[]): number {
  let low = COLDEST;
  let high = HOTTEST;
  let a = high - GOLDEN * (high - low);
  let b = low + GOLDEN * (high - low);
  let lossA = loss(heldOut, a);
  let lossB = loss(heldOut, b);
  for (let i = 0; i < STEPS; i++) {
    if (lossA < lossB) {
      [high, b, lossB] = [b, a, lossA];
      a = high - GOLDEN * (high - low);
      lossA = loss(heldOut, a);
    } else {
      [low, a, lossA] = [a, b, lossB];
      b = low + GOLDEN * (high - low);
      lossB = loss(heldOut, b);
    }
  }
  return (low + high) / 2;
}

/** The sum of -log P over the texts, where the likeliest of the right classes counts. */
function loss(heldOut: readonly HeldOut[], temperature: number): number {
  let total = 0;
  for (const { logits, labels } of heldOut) {
    let max = -Infinity;
    for (const logit of logits) if (logit > max) max = logit;
    let sum = 0;
    for (const logit of logits) sum += Math.exp((logit - max) / temperature);
    const right = Math.max(...labels.map((label) => logits[label] ?? -Infinity));
    total += Math.min(UNLIKELY, Math.log(sum) - (right - max) / temperature);
  }
  return total;
}

/** One hopeless text does not decide the temperature. */
const UNLIKELY = 28;

/** At least this share of right first (confirm) or first three (offer) candidates makes asking worth while. */
const WORTH_CONFIRMING = 0.5;
const WORTH_OFFERING = 0.5;
/** A sample without nonsense in it would let anything be offered. */
const LEAST_OFFERED = 0.1;

function fitThresholds(heldOut: readonly HeldOut[], temperature: number, target: number): DecisionThresholds {
  const ranked = heldOut
    .map(({ logits, labels }) => {
      const p = probabilities(logits, temperature);
      const order = [...p.keys()].sort((a, b) => (p[b] ?? 0) - (p[a] ?? 0));
      return {
        p: p[order[0] ?? 0] ?? 0,
        first: labels.includes(order[0] ?? -1),
        three: order.slice(0, 3).some((c) => labels.includes(c)),
      };
    })
    .sort((a, b) => b.p - a.p);
  const accept = lowestWhere(ranked, ({ first }) => first, target);
  const confirm = Math.min(
    accept,
    lowestLocally(ranked, ({ first }) => first, WORTH_CONFIRMING),
  );
  const offer = Math.min(
    confirm,
    Math.max(
      LEAST_OFFERED,
      lowestLocally(ranked, ({ three }) => three, WORTH_OFFERING),
    ),
  );
  return { accept, confirm, offer };
}

interface Ranked {
  readonly p: number;
  readonly first: boolean;
  readonly three: boolean;
}

/** The lowest probability above which, taken together, the target is met. Never certain of less than 20 texts. */
function lowestWhere(ranked: readonly Ranked[], right: (r: Ranked) => boolean, target: number): number {
  let hits = 0;
  let lowest = 1.01;
  ranked.forEach((entry, i) => {
    if (right(entry)) hits++;
    if (i >= 20 && hits / (i + 1) >= target) lowest = entry.p;
  });
  return lowest;
}

/** The probability around which the share of right ones falls below the wanted one. */
function lowestLocally(ranked: readonly Ranked[], right: (r: Ranked) => boolean, wanted: number): number {
  const window = Math.max(25, Math.floor(ranked.length / 25));
  for (let end = ranked.length; end > window; end -= Math.ceil(window / 4)) {
    const slice = ranked.slice(end - window, end);
    if (slice.filter(right).length / window >= wanted) return slice.at(-1)?.p ?? 1;
  }
  return 1;
}
