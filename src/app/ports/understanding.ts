import type { Entity } from '../../domain/entity/entity';
import type { LanguageGuess, LanguageSpan, UtteranceLanguage } from '../../domain/language/language';
import type { GeoPoint, Place, PlaceFinding } from '../../domain/place/place';
import type { TextSpan } from '../../domain/text-span';
import type { DecisionThresholds, IntentCandidate } from '../../domain/service/intent-choice';

/** Ranks the services and conversational intents that a text may mean. Never throws, whatever the text. */
export interface IntentClassifier {
  /**
   * At most `limit` candidates, best first; probabilities are calibrated and sum to at most 1.
   * @param language of the text, where it is known already
   */
  classify(text: string, limit?: number, language?: UtteranceLanguage): readonly IntentCandidate[];
  thresholds(language: UtteranceLanguage): DecisionThresholds;
}

/** How far a language's probabilities may be believed. Cross-validated: each figure comes from unseen messages. */
export interface Reliability {
  readonly messages: number;
  /** Expected calibration error in ten bins of equal size: mean distance of stated probability and share right. */
  readonly error: number;
  /** Share accepted without asking. */
  readonly accepted: number;
  /** Share of the accepted that is right. */
  readonly precision: number;
}

/** One of the matters that a message is about. */
export interface Matter extends TextSpan {
  /** Best first, as of `IntentClassifier.classify`. */
  readonly candidates: readonly IntentCandidate[];
}

/** Finds out whether a message is about several matters. */
export interface MatterSplitter {
  /**
   * One matter (the whole message) or several, in order.
   * @param whole what the classifier makes of the whole message
   * @param language of the message, where it is known already
   */
  split(text: string, whole: readonly IntentCandidate[], language?: UtteranceLanguage): readonly Matter[];
}

/** Says which language a text is in. */
export interface LanguageIdentifier {
  identify(text: string): LanguageGuess;
  /** The languages of a mixed message, in order. Numbers, spaces and marks between two words belong to none. */
  spans(text: string): readonly LanguageSpan[];
}

/** Finds what has a known form: times, plates, numbers, amounts. */
export interface EntityFinder {
  /**
   * In the order of the text, without overlaps. Any string gives a valid result.
   * @param at the moment of the message, against which "yesterday" is read
   */
  find(text: string, at: Date): readonly Entity[];
}

/** Finds the place in Seoul that a text names. */
export interface PlaceResolver {
  resolve(text: string): PlaceFinding;
  /** The gu and legal dong that a point lies in; undefined beyond Seoul. */
  locate(point: GeoPoint): Place | undefined;
}
