import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import whichPolygon from 'which-polygon';
import type { GeoPoint } from '../../domain/place/place';

/** Shapes of the legal dong as TopoJSON; each carries the first eight digits of its code. */
export type DongShapes = Topology<{ readonly dong: GeometryCollection<{ readonly code: string }> }>;

/** Finds the legal dong that a point lies in. The shapes are read when the first point is asked for. */
export function pointLocator<T>(
  shapes: () => DongShapes,
  dongs: ReadonlyMap<string, T>,
): (point: GeoPoint) => T | undefined {
  let codeAt: ((point: [number, number]) => { readonly code: string } | null | undefined) | undefined;
  return ({ lat, lon }) => {
    if (!codeAt) {
      const topology = shapes();
      codeAt = whichPolygon(feature(topology, topology.objects.dong) as never);
    }
    const found = codeAt([lon, lat]);
    return found ? dongs.get(found.code) : undefined;
  };
}
