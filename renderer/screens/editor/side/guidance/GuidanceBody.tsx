import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormItem, ItemId } from '../../../../../shared/forms/types';
import { findItem } from '../../../../../shared/forms/lookup';
import { markTerms, termsIn, type TermPart } from '../../../../../shared/guidance/terms';
import type { Guidance, GuidanceGround } from '../../../../../shared/guidance/types';
import { useForm } from '../../../../state/outline';
import { useLabel } from '../../../../state/labels';
import { Agreements } from './Agreements';
import { ExampleBox } from './ExampleBox';
import { Mistakes } from './Mistakes';
import { TermText } from './TermText';

/** All that is known of an item: question, content, example, mistakes, agreements, terms, ground. */
export function GuidanceBody({
  path,
  item,
  guidance,
}: {
  readonly path: string;
  readonly item: ItemId;
  readonly guidance: Guidance;
}) {
  const { t, i18n } = useTranslation('guidance');
  const content = contentOf(findItem(useForm(), item)?.item);
  const isEnglish = i18n.language === 'en';
  const text = (isEnglish ? guidance.texts.en : undefined) ?? guidance.texts.ja;
  const [asks = [], ...advice] = markTerms([text.asks, ...text.write, ...text.avoid]);
  return (
    <div className="guidance">
      {isEnglish && !guidance.texts.en ? <p className="muted small">{t('onlyJapanese')}</p> : null}
      <Part title={t('asks')}>
        <p>
          <TermText parts={asks} />
        </p>
      </Part>
      <Part title={t(`content.${content}`)}>
        <Sentences sentences={advice.slice(0, text.write.length)} />
      </Part>
      <Part title={t('avoid')}>
        <Sentences sentences={advice.slice(text.write.length)} />
      </Part>
      <ExampleBox path={path} item={item} example={guidance.example} />
      {guidance.mistakes.length > 0 ? (
        <Part title={t('mistakes')}>
          <Mistakes path={path} rules={guidance.mistakes} />
        </Part>
      ) : null}
      {guidance.agrees.length > 0 ? (
        <Part title={t('agrees')}>
          <Agreements path={path} items={guidance.agrees} />
        </Part>
      ) : null}
      <Terms path={path} guidance={guidance} />
      <Part title={t('grounds')}>
        <Grounds grounds={guidance.grounds} />
      </Part>
    </div>
  );
}

/** What a person does with the item: write, choose, or only read what is printed. */
function contentOf(item: FormItem | undefined): 'write' | 'choose' | 'printed' {
  if (item?.fixed) return 'printed';
  return item?.type === 'choice' || item?.type === 'checks' || item?.type === 'flag' ? 'choose' : 'write';
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="guidance-part">
      <h3 className="guidance-title">{title}</h3>
      {children}
    </section>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly (readonly TermPart[])[] }) {
  return (
    <ul className="guidance-list">
      {sentences.map((parts, at) => (
        <li key={at}>
          <TermText parts={parts} />
        </li>
      ))}
    </ul>
  );
}

/** The words of the glossary that stand in the heading or the texts, with their meaning. */
function Terms({ path, guidance: { texts } }: { readonly path: string; readonly guidance: Guidance }) {
  const { t, i18n } = useTranslation('guidance');
  const label = useLabel(path);
  const terms = termsIn([label.short, texts.ja.asks, ...texts.ja.write, ...texts.ja.avoid]);
  if (terms.length === 0) return null;
  return (
    <details className="guidance-part">
      <summary className="guidance-title">{t('terms', { count: terms.length })}</summary>
      <dl className="guidance-terms">
        {terms.map((term) => (
          <div key={term.id}>
            <dt>{i18n.language === 'en' ? `${term.words[0] ?? ''} ${term.english}` : term.words[0]}</dt>
            <dd>{i18n.language === 'en' ? term.en : term.ja}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Grounds({ grounds }: { readonly grounds: readonly GuidanceGround[] }) {
  const { t } = useTranslation('guidance');
  return (
    <ul className="guidance-list">
      {grounds.map(({ kind, detail, fromMemory }) => (
        <li key={`${kind}${detail ?? ''}`}>
          {t(`ground.${kind}`)}
          {detail ? `　${detail}` : ''}
          {fromMemory ? <span className="muted small">{t('fromMemory')}</span> : null}
        </li>
      ))}
    </ul>
  );
}
