/** One step of the file format. Once released a migration is never changed; the next change is a new file. */
export interface Migration {
  /** `user_version` after it; one more than that of the migration before. */
  readonly version: number;
  readonly up: string;
}
