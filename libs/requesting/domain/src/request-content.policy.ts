import type { Fault } from '@vestigo/kernel';
import type { DraftContent, RequestContent } from './request-content';
import {
  itemsAreNumbered,
  photographsAreListed,
  serialsDoNotContradictThemselves,
} from './request-items.policy';
import { told } from './told';

/**
 * What is wrong with the content of a request that is to be sent. Only ITI 17(a) and (c) and what a request must say of itself are hard:
 * marks are wanted "as far as possible" (ITI 17(b)), so an arm without a serial number never stops it. What is said must not contradict
 * itself.
 */
export function faultsOfContent(content: DraftContent): readonly Fault[] {
  return rules.flatMap((rule) => rule(content));
}

/** True when nothing is left to be said that a request cannot be without. */
export function isWhole(content: DraftContent): content is RequestContent {
  return content.intendedUse !== undefined && content.acquisitionMode !== undefined;
}

type Rule = (content: DraftContent) => readonly Fault[];

const rules: readonly Rule[] = [
  illicitGroundIsNamed,
  licitArmIsOutsideTheInstrument,
  legalBasisIsGiven,
  useIsNamed,
  acquisitionIsNamed,
  urgencyIsJustified,
  regimesAreNamedOnce,
  limitsThatCannotBeKeptHaveTheirReason,
  limitsAreOfferedOrDenied,
  somethingIsAskedAbout,
  itemsAreNumbered,
  serialsDoNotContradictThemselves,
  photographsAreListed,
];

const isBlank = (text: string | undefined) => text === undefined || text.trim() === '';

/** ITI 17(a) with ITI 6. */
function illicitGroundIsNamed({ illicitGrounds, licitCrime }: DraftContent): readonly Fault[] {
  return told(
    illicitGrounds.length === 0 && licitCrime !== true,
    '/illicitGrounds',
    'must name at least one ground of ITI 6',
  );
}

/** ITI 16: the right to ask is for arms that are held to be illicit under ITI 6. */
function licitArmIsOutsideTheInstrument(content: DraftContent): readonly Fault[] {
  const { illicitGrounds, licitCrime, regimes } = content;
  return told(
    licitCrime === true && illicitGrounds.length === 0 && regimes.includes('ITI'),
    '/regimes',
    'must name another instrument than the ITI to ask about a licit arm used in a crime',
  );
}

/** ITI 17(a). */
function legalBasisIsGiven({ legalBasis }: DraftContent): readonly Fault[] {
  return told(isBlank(legalBasis), '/legalBasis', 'must name the law, offence or resolution');
}

/** ITI 17(c). */
function useIsNamed({ intendedUse }: DraftContent): readonly Fault[] {
  return told(intendedUse === undefined, '/intendedUse', 'must say what the answer is wanted for');
}

function acquisitionIsNamed({ acquisitionMode }: DraftContent): readonly Fault[] {
  return told(acquisitionMode === undefined, '/acquisitionMode', 'must say how the arm was come by');
}

function urgencyIsJustified({ priority, justification }: DraftContent): readonly Fault[] {
  return told(
    priority === 'URGENT' && isBlank(justification),
    '/justification',
    'must say why the request is urgent',
  );
}

function regimesAreNamedOnce({ regimes }: DraftContent): readonly Fault[] {
  return told(
    regimes.length === 0 || new Set(regimes).size !== regimes.length,
    '/regimes',
    'must name each instrument once, and at least one',
  );
}

/** ITI 15: it is said when the request is made, with the legal, constitutional or administrative reason. */
function limitsThatCannotBeKeptHaveTheirReason(content: DraftContent): readonly Fault[] {
  const { cannotComplyWith = [], cannotComplyReason } = content;
  return told(
    cannotComplyWith.length > 0 && isBlank(cannotComplyReason),
    '/cannotComplyReason',
    'must say why the limits under cannotComplyWith cannot be kept',
  );
}

function limitsAreOfferedOrDenied(content: DraftContent): readonly Fault[] {
  const { restrictionsProposed = [], cannotComplyWith = [] } = content;
  const both = restrictionsProposed.filter((limit) => cannotComplyWith.includes(limit));
  return told(
    both.length > 0,
    '/restrictionsProposed',
    `must not offer what cannot be kept: ${both.join(', ')}`,
  );
}

function somethingIsAskedAbout({ items }: DraftContent): readonly Fault[] {
  return told(items.length === 0, '/items', 'must hold at least one item');
}
