/** Greys that print and copy well: a label, the heading of an item, that of a risk. RGB, hexadecimal. */
export const SHADES = { label: 'F2F2F2', item: 'D9D9D9', risk: 'E7E6E6' } as const;
