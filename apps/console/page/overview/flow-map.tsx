import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { useId } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import land from 'world-atlas/land-110m.json';
import { useStateName } from '../language/state-name';
import { useText } from '../language/use-text';
import { arcOf, type Flow, type Place, placeOf, widthOf } from './flows';
import { labelsOf } from './labels';
import classes from './overview.module.css';

const [width, height, margin] = [960, 500, 70];

/** The smallest part of the earth that is shown, in degrees: nearer, the coast would be too coarse. */
const least = 12;

interface FlowMapProps {
  readonly flows: readonly Flow[];
  readonly title: string;
  /** Id of what says the same in words. */
  readonly told: string;
}

/** Land without borders, States by a point, requests as lines from who asks to who is asked. */
export function FlowMap({ flows, title, told }: FlowMapProps) {
  const text = useText();
  const nameOf = useStateName();
  const arrow = useId();
  const projection = geoNaturalEarth1().fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    { type: 'MultiPoint', coordinates: cornersOf(flows.flatMap(({ from, to }) => [from, to])) },
  );
  const drawn = geoPath(projection);
  const largest = Math.max(...flows.map(({ n }) => n));
  const at = (place: Place): Place => projection([...place]) ?? [0, 0];
  const states = [...new Set(flows.flatMap(({ requesting, responding }) => [requesting, responding]))];
  const labelled = labelsOf(
    states.flatMap((code) => {
      const place = placeOf(code);
      if (!place) return [];
      const [x, y] = at(place);
      return [{ code, name: nameOf(code), x, y }];
    }),
  );
  return (
    <svg
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      role="img"
      aria-label={title}
      aria-details={told}
      className={classes['map']}
    >
      <defs>
        <marker
          id={arrow}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="12"
          markerHeight="12"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0,0L10,5L0,10z" className={classes['arrow']} />
        </marker>
      </defs>
      <path d={drawn(shape) ?? ''} className={classes['land']} />
      {flows.map((flow) => (
        <path
          key={`${flow.requesting} ${flow.responding}`}
          d={arcOf(at(flow.from), at(flow.to))}
          strokeWidth={widthOf(flow.n, largest)}
          className={classes['flow']}
          markerEnd={`url(#${arrow})`}
        >
          <title>
            {`${text('overview.fromTo', { from: nameOf(flow.requesting), to: nameOf(flow.responding) })} · ${text('overview.n', { n: flow.n })}`}
          </title>
        </path>
      ))}
      {labelled.map(({ code, name, x, y, nameX, nameY }) => (
        <g key={code}>
          <circle cx={x} cy={y} r={4} className={classes['place']} />
          <text x={nameX} y={nameY} textAnchor="middle" className={classes['placeName']}>
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** The places, and corners that keep the section from being too small. */
function cornersOf(places: readonly Place[]): number[][] {
  const [longitudes, latitudes] = [places.map(([value]) => value), places.map(([, value]) => value)];
  const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
  const [x, y] = [middle(longitudes), middle(latitudes)];
  return [...places.map((place) => [...place]), [x - least, y - least / 2], [x + least, y + least / 2]];
}

type Land = Topology<{ readonly land: GeometryCollection }>;

/** JSON has no tuples: that the arcs are such is what world-atlas says of its file. */
function isTopology(atlas: unknown): atlas is Land {
  return typeof atlas === 'object' && atlas !== null && 'type' in atlas && atlas.type === 'Topology';
}

function shapeOf(atlas: unknown) {
  if (!isTopology(atlas)) throw new Error('The map cannot be read.');
  return feature(atlas, atlas.objects.land);
}

const shape = shapeOf(land);
