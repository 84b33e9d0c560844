import { columnName } from './cells';

/** Name of the sheet that holds the options of all drop-down lists; it is a sheet like the others, not a hidden one. */
export const LIST_SHEET = '選択肢';

/** The lists of a workbook, each a column of the sheet of options. Equal lists share a column. */
export class Lists {
  private readonly columns: (readonly string[])[] = [];

  /** The cells of a list, as a drop-down list names them. */
  reference(options: readonly string[]): string {
    const column = columnName(this.column(options));
    return `${LIST_SHEET}!$${column}$1:$${column}$${String(options.length)}`;
  }

  all(): readonly (readonly string[])[] {
    return this.columns;
  }

  private column(options: readonly string[]): number {
    const known = this.columns.findIndex((column) => column.join('\n') === options.join('\n'));
    return known >= 0 ? known : this.columns.push(options) - 1;
  }
}
