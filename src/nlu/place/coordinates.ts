import type { GeoPoint } from '../../domain/place/place';
import type { TextSpan } from '../../domain/text-span';

/** Latitude and longitude of Korea with three decimals or more, in either order, with little between them. */
const LATITUDE = '3[3-8]\\.\\d{3,12}';
const LONGITUDE = '1(?:2[4-9]|3[0-2])\\.\\d{3,12}';
const BETWEEN = '[^\\d.]{1,16}';
const PAIR = new RegExp(
  `(?<![\\d.])(?:(?<lat1>${LATITUDE})${BETWEEN}(?<lon1>${LONGITUDE})|(?<lon2>${LONGITUDE})${BETWEEN}(?<lat2>${LATITUDE}))(?![\\d])`,
  'u',
);

/** The first point that a text gives in degrees: bare, in a map's link, `위도 37.5 경도 127.0`. */
export function findCoordinates(text: string): (TextSpan & { readonly point: GeoPoint }) | undefined {
  const match = PAIR.exec(text);
  if (!match) return undefined;
  const { lat1, lat2, lon1, lon2 } = match.groups ?? {};
  return {
    start: match.index,
    end: match.index + match[0].length,
    point: { lat: Number(lat1 ?? lat2), lon: Number(lon1 ?? lon2) },
  };
}
