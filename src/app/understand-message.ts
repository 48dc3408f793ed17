import type { Entity } from '../domain/entity/entity';
import type { Language, LanguageGuess } from '../domain/language/language';
import { utteranceLanguage } from '../domain/language/language';
import type { PlaceFinding } from '../domain/place/place';
import type { Decision, IntentCandidate } from '../domain/service/intent-choice';
import { chooseIntent } from '../domain/service/intent-choice';
import type {
  EntityFinder,
  IntentClassifier,
  LanguageIdentifier,
  Matter,
  MatterSplitter,
  PlaceResolver,
} from './ports/understanding';

export interface UnderstandDeps {
  readonly classifier: IntentClassifier;
  readonly languages: LanguageIdentifier;
  readonly places: PlaceResolver;
  readonly matters: MatterSplitter;
  readonly entities: EntityFinder;
}

export interface Understanding {
  readonly guess: LanguageGuess;
  /** The guess, or the fallback where the text does not decide. */
  readonly language: Language;
  readonly decision: Decision;
  readonly candidates: readonly IntentCandidate[];
  /** One, or several in the order in which the message speaks of them; they share the place. */
  readonly matters: readonly Matter[];
  readonly place: PlaceFinding;
  /** Times, plates, numbers, amounts, in the order of the text. */
  readonly entities: readonly Entity[];
}

/** Longer texts are understood by their beginning: nobody names the matter after this many characters. */
const READ_CHARACTERS = 4_000;

/**
 * Finds language, service and place in a citizen's words. Any string gives a valid result.
 * @param at the moment of the message, against which "yesterday" is read
 * @param fallback the language to assume where the text does not show one
 */
export function understandMessage(
  deps: UnderstandDeps,
  text: string,
  at: Date,
  fallback: Language = 'ko',
): Understanding {
  const read = text.length > READ_CHARACTERS ? text.slice(0, READ_CHARACTERS) : text;
  const guess = deps.languages.identify(read);
  const language = guess.language === 'undetermined' ? fallback : guess.language;
  // What is in none of the languages is judged as strictly as English.
  const judged = guess.language === 'undetermined' ? 'en' : utteranceLanguage(guess.language);
  const candidates = deps.classifier.classify(read, 5, judged);
  return {
    guess,
    language,
    candidates,
    matters: deps.matters.split(read, candidates, judged),
    decision: chooseIntent(candidates, deps.classifier.thresholds(utteranceLanguage(language))),
    place: deps.places.resolve(read),
    entities: deps.entities.find(read, at),
  };
}
