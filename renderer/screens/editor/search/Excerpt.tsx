import { findIn } from '../../../../shared/assessment/search';

/** A text with the first place of the searched words marked. */
export function Excerpt({ text, query }: { readonly text: string; readonly query: string }) {
  const first = findIn(text, query, { ignoreWidth: true })[0];
  if (!first) return <>{text}</>;
  return (
    <>
      {text.slice(0, first.from)}
      <mark className="found">{text.slice(first.from, first.to)}</mark>
      {text.slice(first.to)}
    </>
  );
}

/** One hit: the words themselves with some text around them. */
export function HitText({
  text,
  from,
  to,
}: {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}) {
  const start = Math.max(0, from - AROUND);
  return (
    <>
      {start > 0 ? '…' : ''}
      {text.slice(start, from)}
      <mark className="found">{text.slice(from, to)}</mark>
      {text.slice(to, to + AROUND)}
      {to + AROUND < text.length ? '…' : ''}
    </>
  );
}

const AROUND = 24;
