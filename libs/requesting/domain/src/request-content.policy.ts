import type { Fault } from '@vestigo/kernel';
import type { RequestContent } from './request-content';
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
export function faultsOfContent(content: RequestContent): readonly Fault[] {
  return rules.flatMap((rule) => rule(content));
}

type Rule = (content: RequestContent) => readonly Fault[];

const rules: readonly Rule[] = [
  illicitGroundIsNamed,
  licitArmIsOutsideTheInstrument,
  legalBasisIsGiven,
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
function illicitGroundIsNamed({ illicitGrounds, licitCrime }: RequestContent): readonly Fault[] {
  return told(
    illicitGrounds.length === 0 && licitCrime !== true,
    '/illicitGrounds',
    'must name at least one ground of ITI 6',
  );
}

/** ITI 16: the right to ask is for arms that are held to be illicit under ITI 6. */
function licitArmIsOutsideTheInstrument(content: RequestContent): readonly Fault[] {
  const { illicitGrounds, licitCrime, regimes } = content;
  return told(
    licitCrime === true && illicitGrounds.length === 0 && regimes.includes('ITI'),
    '/regimes',
    'must name another instrument than the ITI to ask about a licit arm used in a crime',
  );
}

/** ITI 17(a). */
function legalBasisIsGiven({ legalBasis }: RequestContent): readonly Fault[] {
  return told(isBlank(legalBasis), '/legalBasis', 'must name the law, offence or resolution');
}

function urgencyIsJustified({ priority, justification }: RequestContent): readonly Fault[] {
  return told(
    priority === 'URGENT' && isBlank(justification),
    '/justification',
    'must say why the request is urgent',
  );
}

function regimesAreNamedOnce({ regimes }: RequestContent): readonly Fault[] {
  return told(
    regimes.length === 0 || new Set(regimes).size !== regimes.length,
    '/regimes',
    'must name each instrument once, and at least one',
  );
}

/** ITI 15: it is said when the request is made, with the legal, constitutional or administrative reason. */
function limitsThatCannotBeKeptHaveTheirReason(content: RequestContent): readonly Fault[] {
  const { cannotComplyWith = [], cannotComplyReason } = content;
  return told(
    cannotComplyWith.length > 0 && isBlank(cannotComplyReason),
    '/cannotComplyReason',
    'must say why the limits under cannotComplyWith cannot be kept',
  );
}

function limitsAreOfferedOrDenied(content: RequestContent): readonly Fault[] {
  const { restrictionsProposed = [], cannotComplyWith = [] } = content;
  const both = restrictionsProposed.filter((limit) => cannotComplyWith.includes(limit));
  return told(
    both.length > 0,
    '/restrictionsProposed',
    `must not offer what cannot be kept: ${both.join(', ')}`,
  );
}

function somethingIsAskedAbout({ items }: RequestContent): readonly Fault[] {
  return told(items.length === 0, '/items', 'must hold at least one item');
}
