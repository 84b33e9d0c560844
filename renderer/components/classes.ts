/** The class names that hold, as one attribute: `classes('row', wide && 'row-wide')`. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ');
}
