import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setValue } from '../../../../../shared/assessment/edit';
import { findItem } from '../../../../../shared/forms/lookup';
import type { ItemId } from '../../../../../shared/forms/types';
import type { Example } from '../../../../../shared/guidance/types';
import { Button } from '../../../../components/Button';
import { useDocument, useReadOnly, useValue } from '../../../../state/document';
import { focusItem } from '../../../../state/focus';
import { useForm } from '../../../../state/outline';
import { dispatchWithUndo } from '../../../../state/undoToast';

type TextExample = Extract<Example, { kind: 'text' }>;

/** The answer of a fictional office. A text can be inserted; an answer that is chosen is for the person to choose. */
export function ExampleBox({
  path,
  item,
  example,
}: {
  readonly path: string;
  readonly item: ItemId;
  readonly example: Example;
}) {
  const { t } = useTranslation('guidance');
  return (
    <section className="guidance-part">
      <h3 className="guidance-title">{t('example', { duty: t(`duty.${example.duty}`) })}</h3>
      {example.kind === 'text' ? (
        <TextExampleView path={path} item={item} example={example} />
      ) : (
        <AnswerExample example={example} />
      )}
    </section>
  );
}

function TextExampleView({
  path,
  item,
  example,
}: {
  readonly path: string;
  readonly item: ItemId;
  readonly example: TextExample;
}) {
  const { t } = useTranslation('guidance');
  const [isFull, setFull] = useState(false);
  const text = isFull ? (example.full ?? example.short) : example.short;
  return (
    <>
      <p className="guidance-example" lang="ja">
        {text}
      </p>
      <div className="guidance-acts">
        {example.full ? (
          <Button variant="quiet" expanded={isFull} onPress={() => setFull(!isFull)}>
            {isFull ? t('shorter') : t('longer')}
          </Button>
        ) : null}
        <Insert path={path} item={item} text={text} />
      </div>
    </>
  );
}

/** A one-line text is replaced, a long text is continued on a new line; both are one step that undo takes back. */
function Insert({
  path,
  item,
  text,
}: {
  readonly path: string;
  readonly item: ItemId;
  readonly text: string;
}) {
  const { t } = useTranslation('guidance');
  const readOnly = useReadOnly();
  const value = useValue(path);
  const found = findItem(useForm(), item)?.item;
  const isText = found?.type === 'text' || found?.type === 'longtext';
  if (!isText || found.fixed || readOnly) return null;
  const written = typeof value === 'string' ? value.trimEnd() : '';
  const continues = written !== '' && found.type === 'longtext';
  return (
    <Button onPress={() => insert(path, continues ? `${written}\n${text}` : text, t('inserted'))}>
      {written === '' ? t('insert') : continues ? t('append') : t('replace')}
    </Button>
  );
}

function insert(path: string, text: string, message: string): void {
  const { assessment } = useDocument.getState();
  if (!assessment) return;
  dispatchWithUndo(setValue(assessment, path, text), message, { label: 'example' });
  focusItem(path);
}

function AnswerExample({ example }: { readonly example: Exclude<Example, TextExample> }) {
  const { t } = useTranslation('guidance');
  return (
    <>
      <p className="guidance-example" lang="ja">
        {answerText(example, t('flag.yes'), t('flag.no'))}
      </p>
      <p className="small">{example.why}</p>
    </>
  );
}

function answerText(example: Exclude<Example, TextExample>, yes: string, no: string): string | null {
  switch (example.kind) {
    case 'options':
      return example.chosen
        .map((label) => {
          const text = example.texts?.[label];
          return text === undefined ? label : `${label}（${text}）`;
        })
        .join('、');
    case 'count':
      return String(example.value);
    case 'flag':
      return example.value ? yes : no;
    case 'description':
      return null;
  }
}
