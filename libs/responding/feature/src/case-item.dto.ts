import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** A serial number as the examiner saw it. */
export class ToldSerial {
  @ApiPropertyOptional()
  readonly asObserved?: string;

  @ApiPropertyOptional()
  readonly script?: string;

  @ApiProperty()
  readonly part!: string;

  @ApiProperty()
  readonly condition!: string;

  @ApiPropertyOptional()
  readonly restoredBy?: string;
}

export class ToldImportMark {
  @ApiProperty()
  readonly country!: string;

  @ApiPropertyOptional()
  readonly year?: number;

  @ApiPropertyOptional()
  readonly text?: string;
}

export class ToldMark {
  @ApiProperty()
  readonly kind!: string;

  @ApiPropertyOptional()
  readonly text?: string;

  @ApiPropertyOptional()
  readonly location?: string;

  @ApiPropertyOptional()
  readonly photograph?: string;
}

export class ToldHeadstampMark {
  @ApiProperty()
  readonly clock!: number;

  @ApiProperty()
  readonly text!: string;
}

export class ToldHeadstamp {
  @ApiPropertyOptional({ type: [ToldHeadstampMark] })
  readonly marks?: readonly ToldHeadstampMark[];

  @ApiPropertyOptional()
  readonly makerCode?: string;

  @ApiPropertyOptional()
  readonly year?: string;
}

export class ToldPackaging {
  @ApiProperty()
  readonly kind!: string;

  @ApiPropertyOptional()
  readonly lot?: string;

  @ApiPropertyOptional()
  readonly quantity?: number;

  @ApiPropertyOptional()
  readonly contractNumber?: string;

  @ApiPropertyOptional()
  readonly destination?: string;

  @ApiPropertyOptional()
  readonly date?: string;
}

/** One thing that the request asks about, whatever its kind: an arm, a part or a lot of ammunition. Codes are those of the State that asks. */
export class ToldItemDetail {
  @ApiProperty()
  readonly number!: number;

  @ApiProperty()
  readonly kind!: string;

  @ApiPropertyOptional()
  readonly type?: string;

  @ApiPropertyOptional()
  readonly action?: string;

  @ApiPropertyOptional()
  readonly part?: string;

  @ApiPropertyOptional()
  readonly make?: string;

  @ApiPropertyOptional()
  readonly makeRef?: string;

  @ApiPropertyOptional()
  readonly model?: string;

  @ApiPropertyOptional()
  readonly modelRef?: string;

  @ApiPropertyOptional()
  readonly calibre?: string;

  @ApiPropertyOptional()
  readonly calibreRef?: string;

  @ApiPropertyOptional()
  readonly countryOfManufacture?: string;

  @ApiPropertyOptional()
  readonly countryBasis?: string;

  @ApiPropertyOptional()
  readonly yearOfManufacture?: number;

  @ApiPropertyOptional({ type: ToldSerial })
  readonly serial?: ToldSerial;

  @ApiPropertyOptional({ type: [ToldSerial] })
  readonly partSerials?: readonly ToldSerial[];

  @ApiPropertyOptional()
  readonly partsMismatch?: boolean;

  @ApiPropertyOptional({ type: [ToldImportMark] })
  readonly importMarks?: readonly ToldImportMark[];

  @ApiPropertyOptional({ type: [ToldMark] })
  readonly otherMarks?: readonly ToldMark[];

  @ApiPropertyOptional()
  readonly markTampering?: boolean;

  @ApiPropertyOptional()
  readonly factoryMark?: string;

  @ApiPropertyOptional()
  readonly importer?: string;

  @ApiPropertyOptional({ type: [String] })
  readonly proofMarks?: readonly string[];

  @ApiPropertyOptional()
  readonly stock?: string;

  @ApiPropertyOptional()
  readonly material?: string;

  @ApiPropertyOptional()
  readonly lengthMm?: number;

  @ApiPropertyOptional()
  readonly conversion?: string;

  @ApiPropertyOptional()
  readonly lot?: string;

  @ApiPropertyOptional({ type: ToldHeadstamp })
  readonly headstamp?: ToldHeadstamp;

  @ApiPropertyOptional()
  readonly caseMaterial?: string;

  @ApiPropertyOptional()
  readonly bulletType?: string;

  @ApiPropertyOptional()
  readonly tipColour?: string;

  @ApiPropertyOptional()
  readonly primerSealantColour?: string;

  @ApiPropertyOptional({ type: [ToldPackaging] })
  readonly packaging?: readonly ToldPackaging[];

  @ApiPropertyOptional()
  readonly quantity?: number;

  @ApiPropertyOptional()
  readonly remarks?: string;
}
