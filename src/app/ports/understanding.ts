import type { LanguageGuess, UtteranceLanguage } from '../../domain/language/language';
import type { PlaceFinding } from '../../domain/place/place';
import type { DecisionThresholds, IntentCandidate } from '../../domain/service/intent-choice';

/** Ranks the services and conversational intents that a text may mean. Never throws, whatever the text. */
export interface IntentClassifier {
  /** At most `limit` candidates, best first; probabilities are calibrated and sum to at most 1. */
  classify(text: string, limit?: number): readonly IntentCandidate[];
  thresholds(language: UtteranceLanguage): DecisionThresholds;
}

/** Says which language a text is in. */
export interface LanguageIdentifier {
  identify(text: string): LanguageGuess;
}

/** Finds the place in Seoul that a text names. */
export interface PlaceResolver {
  resolve(text: string): PlaceFinding;
}
