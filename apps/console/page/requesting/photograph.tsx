import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useText } from '../language/use-text';
import { photographQuery } from './photograph.query';
import classes from './requesting.module.css';

interface PhotographProps {
  readonly sha256: string;
  /** What it shows, for who does not see it. */
  readonly name: string;
}

/** The bytes of a photograph go to nobody without a token: they are read as data, and shown from there. */
export function Photograph({ sha256, name }: PhotographProps) {
  const text = useText();
  const { data, error } = useQuery(photographQuery(sha256));
  const picture = useRef<HTMLImageElement>(null);
  useEffect(() => {
    if (!data || !picture.current) return undefined;
    const address = URL.createObjectURL(data);
    picture.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [data]);
  if (error) return <Text size="sm">{text('requesting.photographNotShown')}</Text>;
  if (!data) return <Skeleton height={120} />;
  return <img ref={picture} alt={name} className={classes['photograph']} />;
}
