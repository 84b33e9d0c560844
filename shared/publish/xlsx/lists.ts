/** Name of the sheet that holds the options of all drop-down lists; it is a sheet like the others, not a hidden one. */
export const LIST_SHEET = '選択肢';

/** The lists of a workbook, one below the other in the first column of the sheet of options. Equal lists occur once. */
export class Lists {
  private readonly starts = new Map<string, number>();
  private readonly rows: string[] = [];

  /** The cells of a list, as a drop-down list names them. */
  reference(options: readonly string[]): string {
    const start = this.startOf(options);
    return `${LIST_SHEET}!$A$${String(start + 1)}:$A$${String(start + options.length)}`;
  }

  /** The cells of the column from the top; a blank one parts two lists. */
  all(): readonly string[] {
    return this.rows;
  }

  private startOf(options: readonly string[]): number {
    const key = options.join('\n');
    const start = this.starts.get(key) ?? this.add(options);
    this.starts.set(key, start);
    return start;
  }

  private add(options: readonly string[]): number {
    if (this.rows.length > 0) this.rows.push('');
    return this.rows.push(...options) - options.length;
  }
}
