import * as fc from 'fast-check';
import { dayLength } from '../local-day';

/** Zones that differ in when, and by how much, they change their clocks. */
export const zone = fc.constantFrom(
  'UTC',
  'America/New_York',
  'Europe/Berlin',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Pacific/Apia',
  'America/Havana',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Chatham',
);
export const instant = fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2040, 0) });

export const dateOf = (day: number) => new Date(day * dayLength).toISOString().slice(0, 10);
