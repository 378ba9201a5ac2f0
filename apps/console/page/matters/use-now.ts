import { useEffect, useState } from 'react';

const minute = 60_000;

/** The time by the reader's clock, anew each minute: what is told of a clock stays true while one looks. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(timer);
  }, []);
  return now;
}
