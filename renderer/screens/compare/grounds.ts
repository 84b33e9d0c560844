import type { TFunction } from 'i18next';
import type texts from '../../../resources/locales/ja/compare.json';

/** What a ground is called on the screen. */
export function groundText(t: TFunction<'compare'>, id: string): string {
  return t(`ground.${id as keyof typeof texts.ground}`);
}
