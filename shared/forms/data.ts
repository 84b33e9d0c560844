import type { EditionFile, Form, MappingFile } from './types';

/* Every file of the folders is taken in by the bundler: adding a form, an edition or a mapping is adding a file. */

export const BASE_FORMS: readonly Form[] = Object.values(
  import.meta.glob<Form>('../../resources/forms/*.json', { eager: true, import: 'default' }),
);

export const EDITION_FILES: readonly EditionFile[] = Object.values(
  import.meta.glob<EditionFile>('../../resources/forms/editions/*.json', { eager: true, import: 'default' }),
);

export const MAPPING_FILES: readonly MappingFile[] = Object.values(
  import.meta.glob<MappingFile>('../../resources/forms/mappings/*.json', { eager: true, import: 'default' }),
);
