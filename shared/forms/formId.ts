import { z } from 'zod';
import { FORM_IDS } from './catalog';

/** A form that the program has data of. */
export const formIdSchema = z.enum(FORM_IDS);
