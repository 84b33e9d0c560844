/** Replaces in a published copy what is left out. */
export const WITHHELD_SIGN = '【非公表】';
