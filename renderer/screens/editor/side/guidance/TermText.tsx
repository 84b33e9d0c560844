import { useTranslation } from 'react-i18next';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { TermPart } from '../../../../../shared/guidance/terms';
import type { Term } from '../../../../../shared/guidance/types';

/** A sentence in which the words of the glossary are explained on hover and focus. */
export function TermText({ parts }: { readonly parts: readonly TermPart[] }) {
  return parts.map(({ text: part, term }, at) =>
    term ? <TermWord key={at} word={part} term={term} /> : <span key={at}>{part}</span>,
  );
}

function TermWord({ word, term }: { readonly word: string; readonly term: Term }) {
  const { i18n } = useTranslation();
  return (
    <TooltipTrigger delay={300} closeDelay={100}>
      <Button className="term">{word}</Button>
      <Tooltip className="tip tip-term" offset={4}>
        {i18n.language === 'en' ? `${term.english}: ${term.en}` : term.ja}
      </Tooltip>
    </TooltipTrigger>
  );
}
