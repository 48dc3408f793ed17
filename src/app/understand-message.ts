import type { Language, LanguageGuess } from '../domain/language/language';
import { utteranceLanguage } from '../domain/language/language';
import type { PlaceFinding } from '../domain/place/place';
import type { Decision, IntentCandidate } from '../domain/service/intent-choice';
import { chooseIntent } from '../domain/service/intent-choice';
import type { IntentClassifier, LanguageIdentifier, PlaceResolver } from './ports/understanding';

export interface UnderstandDeps {
  readonly classifier: IntentClassifier;
  readonly languages: LanguageIdentifier;
  readonly places: PlaceResolver;
}

export interface Understanding {
  readonly guess: LanguageGuess;
  /** The guess, or the fallback where the text does not decide. */
  readonly language: Language;
  readonly decision: Decision;
  readonly candidates: readonly IntentCandidate[];
  readonly place: PlaceFinding;
}

/** Longer texts are understood by their beginning: nobody names the matter after this many characters. */
const READ_CHARACTERS = 4_000;

/**
 * Finds language, service and place in a citizen's words. Any string gives a valid result.
 * @param fallback the language to assume where the text does not show one
 */
export function understandMessage(
  deps: UnderstandDeps,
  text: string,
  fallback: Language = 'ko',
): Understanding {
  const read = text.length > READ_CHARACTERS ? text.slice(0, READ_CHARACTERS) : text;
  const guess = deps.languages.identify(read);
  const language = guess.language === 'undetermined' ? fallback : guess.language;
  const candidates = deps.classifier.classify(read, 5);
  return {
    guess,
    language,
    candidates,
    decision: chooseIntent(candidates, deps.classifier.thresholds(utteranceLanguage(language))),
    place: deps.places.resolve(read),
  };
}
