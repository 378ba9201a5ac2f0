import { ApiExample, IsInstant, Occurrence, OptionalCode, OptionalText } from '@vestigo/http';
import {
  ACQUISITION_MODES,
  type AcquisitionMode,
  INTENDED_USES,
  type IntendedUse,
  PRIORITIES,
  type Priority,
} from '@vestigo/requesting/domain';
import { STATE_CODES } from '@vestigo/states';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { type ItemDto, Items } from './request-content.dto';
import { FreeFieldsDto } from './request-fields.dto';

/** What a request that is being written says: anything may be left out. */
export class DraftContentDto extends FreeFieldsDto {
  @OptionalCode(PRIORITIES)
  readonly priority?: Priority;

  @OptionalText(4000)
  readonly legalBasis?: string;

  @OptionalCode(INTENDED_USES)
  readonly intendedUse?: IntendedUse;

  @OptionalCode(ACQUISITION_MODES)
  readonly acquisitionMode?: AcquisitionMode;

  @IsOptional()
  @Items()
  readonly items?: readonly ItemDto[];
}

/** A request that is being written: only the State to be asked must be named. ROUTINE unless it says otherwise. */
@ApiExample<DraftDto>({
  respondingState: 'USA',
  priority: 'ROUTINE',
  items: [{ kind: 'ARM', type: 'UNKNOWN_SMALL' }],
})
export class DraftDto extends DraftContentDto {
  /** RFC 3339 date-time with its offset; now when absent. */
  @IsOptional()
  @IsInstant()
  readonly occurredAt?: string;

  @IsIn(STATE_CODES)
  readonly respondingState!: string;
}

export class SubmitDraftDto extends Occurrence {
  /** Of a follow-on request: its parent, where it still stands, is closed as followed on. */
  @IsOptional()
  @IsBoolean()
  readonly closesParent?: boolean;
}
