import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
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
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!data) return undefined;
    const made = URL.createObjectURL(data);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [data]);
  if (error) return <Text size="sm">{text('requesting.photographNotShown')}</Text>;
  if (address === undefined) return <Skeleton height={120} />;
  return (
    <a href={address} target="_blank" rel="noreferrer">
      <img src={address} alt={name} className={classes['photograph']} />
    </a>
  );
}
