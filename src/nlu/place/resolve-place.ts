import type { PlaceResolver } from '../../app/ports/understanding';
import type { GeoPoint, Place } from '../../domain/place/place';
import type { TextSpan } from '../../domain/text-span';
import { foldText } from '../text/fold-text';
import { combineNames } from './combine-names';
import { findCoordinates } from './coordinates';
import { fuzzyFinder } from './fuzzy-names';
import type { PlaceNames } from './gazetteer-index';
import { indexPlaces } from './gazetteer-index';
import type { NameMatch } from './name-index';
import { withoutElsewhere } from './elsewhere';
import type { DongShapes } from './point-locator';
import { pointLocator } from './point-locator';

const MAX_CHARACTERS = 4_000;
/** Digits of a legal dong's code that its shape carries. */
const SHAPE_CODE = 8;

/** Finds the place in Seoul a text names, in any of the three languages. Never throws, whatever the text. */
export function placeResolver(names: PlaceNames): PlaceResolver {
  const index = indexPlaces(names);
  const misspelt = fuzzyFinder(index);
  const dongAt = pointLocator(
    () => names.shapes() as DongShapes,
    new Map(names.legalDong.map((dong) => [dong.code.slice(0, SHAPE_CODE), dong])),
  );
  const locate = (point: GeoPoint): Place | undefined => {
    const dong = dongAt(point);
    const degrees = `${point.lat.toFixed(5)}, ${point.lon.toFixed(5)}`;
    return dong && { gu: dong.gu, dong: dong.ko, label: `${dong.ko} (${degrees})`, precision: 'spot', point };
  };
  return {
    locate,
    resolve(text) {
      const folded = foldText(text.slice(0, MAX_CHARACTERS));
      const given = findCoordinates(folded.text);
      const original = ({ start, end }: TextSpan): TextSpan => ({
        start: folded.original(start),
        end: folded.original(end),
      });
      if (given) {
        const place = locate(given.point);
        return place
          ? { kind: 'found', place, confidence: CONFIDENCE_OF_A_POINT, spans: [original(given)] }
          : { kind: 'outside', where: BEYOND };
      }
      const exact = withoutElsewhere(index.find(folded.text), folded.text);
      const matches = exact.length > 0 ? exact : misspelt(folded.text);
      const finding = combineNames(
        matches.filter((match) => !isNegated(folded.text, match)),
        folded.text,
      );
      return 'spans' in finding ? { ...finding, spans: finding.spans.map(original) } : finding;
    },
  };
}

const CONFIDENCE_OF_A_POINT = 0.99;
const BEYOND = '서울 밖';

/** `강남구 말고`, `강남구가 아니라`, `不是江南区`, `not Gangnam-gu`. */
function isNegated(text: string, { start, end }: NameMatch): boolean {
  return (
    /^\s*(?:말고|이?가?\s*아니(?:라|고|에요|예요)|은\s*아니고)/u.test(text.slice(end, end + 8)) ||
    /(?:不是|不在|\bnot(?:\s+in|\s+at)?\s)\s*$/u.test(text.slice(Math.max(0, start - 9), start))
  );
}
