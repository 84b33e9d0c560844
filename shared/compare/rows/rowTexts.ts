/** 変更前 and 変更後 of one row. */
export interface RowTexts {
  readonly before: string;
  readonly after: string;
}
