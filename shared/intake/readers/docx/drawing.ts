import type { Block } from '../../blocks';
import { here } from '../word/story';
import { child, descendants, elementsOf, textOf, type XmlElement } from '../xml/element';
import { partRoot } from '../zip/package';
import { activeXTick } from './controls';
import type { Story } from './story';

/** What a drawing, picture or embedded object brings. */
export interface Drawn {
  readonly images: readonly string[];
  readonly boxes: readonly Block[];
  /** A control standing in the line. */
  readonly text: string;
}

/** `element`: `w:drawing`, `w:pict` or `w:object`. */
export function readDrawing(element: XmlElement, story: Story): Drawn {
  const contents = descendants(element, 'txbxContent');
  return {
    images: pictures(element).flatMap(({ id, alt }) => pictureHash(story, id, alt) ?? []),
    boxes: [
      ...contents.flatMap((content) => story.readBox(content, story)),
      ...diagramText(element, story),
      ...wordArt(element, story),
    ],
    text: controlOf(element, story),
  };
}

interface Picture {
  readonly id: string;
  readonly alt: string;
}

/** Pictures of the drawing itself; those inside its text boxes belong to the text there. */
function pictures(element: XmlElement): readonly Picture[] {
  const alt = descendants(element, 'docPr')[0]?.attributes.descr ?? '';
  return outsideBoxes(element).flatMap(({ name, attributes }) => {
    if (name === 'blip') return [{ id: attributes.embed ?? attributes.link ?? '', alt }];
    return name === 'imagedata' ? [{ id: attributes.id ?? '', alt: attributes.title ?? '' }] : [];
  });
}

function outsideBoxes(element: XmlElement): readonly XmlElement[] {
  if (element.name === 'txbxContent') return [];
  return [element, ...elementsOf(element).flatMap(outsideBoxes)];
}

function pictureHash(story: Story, id: string, alt: string): string | undefined {
  const target = story.relationships.get(id);
  if (!target) return undefined;
  if (target.external) {
    story.notices.add('linkedPicture');
    return undefined;
  }
  return story.images.add(target.target, alt, () => story.archive.part(target.target));
}

/** Letters drawn as shapes (VML `textpath`, WordArt of Word 2007 and older): titles, and watermarks in headers. */
function wordArt(element: XmlElement, story: Story): readonly Block[] {
  const paths = outsideBoxes(element).filter(({ name }) => name === 'textpath');
  return paths.flatMap(({ attributes }) => {
    const text = attributes.string ?? '';
    return text.trim() === ''
      ? []
      : [{ kind: 'paragraph', role: 'textbox', text, where: here(story) } as const];
  });
}

/** The words of a SmartArt diagram, one paragraph a line. */
function diagramText(element: XmlElement, story: Story): readonly Block[] {
  const ids = descendants(element, 'relIds').map(({ attributes }) => attributes.dm ?? '');
  const parts = ids.flatMap((id) => story.relationships.get(id)?.target ?? []);
  return parts.flatMap((part) => {
    const root = partRoot(story.archive, part, story.limits.depth);
    const lines = root
      ? descendants(root, 'p')
          .map(drawnText)
          .filter((line) => line !== '')
      : [];
    return lines.length
      ? [{ kind: 'paragraph', role: 'textbox', text: lines.join('\n'), where: here(story) } as const]
      : [];
  });
}

function drawnText(paragraph: XmlElement): string {
  return descendants(paragraph, 't').map(textOf).join('');
}

/** An ActiveX check box gives its state; any other object is only named in a notice. */
function controlOf(element: XmlElement, story: Story): string {
  if (descendants(element, 'chart').length) story.notices.add('chart');
  if (child(element, 'OLEObject')) story.notices.add('embeddedObject');
  const control = descendants(element, 'control')[0];
  if (!control) return '';
  const part = story.relationships.get(control.attributes.id ?? '')?.target;
  const root = part === undefined ? undefined : partRoot(story.archive, part, story.limits.depth);
  const text = root && activeXTick(root);
  if (text === undefined) story.notices.add('controlState');
  return text ?? '';
}
