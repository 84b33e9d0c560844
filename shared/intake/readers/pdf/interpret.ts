import { combine, IDENTITY, toMatrix, type Box, type Matrix } from './geometry';
import type { OperatorList } from './library';
import type { Marks, Rule } from './marks';
import { boxAround, filled, isInk, strokedRules, subpathsOf, type Subpath } from './paths';
import { PLAIN_FONT, type FontMetrics } from './metrics';
import { GlyphPlacer, type PdfGlyph, type TextState } from './placer';
import { appendAll } from '../../lists';

/** What the interpreter needs of the page. */
export interface PageSetting {
  readonly ops: Readonly<Record<string, number>>;
  /** User space → page as shown. */
  readonly viewport: Matrix;
  readonly fontOf: (id: string) => FontMetrics;
  /** See `actualTextsOf`. */
  readonly actualTexts: ReadonlyMap<number, string>;
}

interface GraphicsState extends TextState {
  matrix: Matrix;
  fill: string;
  stroke: string;
}

const START: GraphicsState = {
  matrix: IDENTITY,
  fill: '#000000',
  stroke: '#000000',
  font: PLAIN_FONT,
  size: 1,
  charSpacing: 0,
  wordSpacing: 0,
  stretch: 1,
  leading: 0,
  rise: 0,
};

/** Lines beyond these are those of a picture; a page of tables has some hundreds. */
const MOST_RULES = 20_000;

/** Plays the operators of a page (ISO 32000-1, 8 and 9) and notes what they show. */
export function interpret(list: OperatorList, setting: PageSetting): Marks {
  const player = new Player(setting);
  const operators: Operator[] = [];
  for (const [name, play] of Object.entries(OPERATORS)) operators[setting.ops[name] ?? 0] = play;
  list.fnArray.forEach((code, at) => operators[code]?.(player, (list.argsArray[at] ?? []) as Arguments, at));
  return player.marks();
}

type Arguments = readonly unknown[];
type Operator = (player: Player, args: Arguments, at: number) => void;

/** Graphics state of a page while it is played. */
class Player {
  state: GraphicsState;
  text: Matrix = IDENTITY;
  line: Matrix = IDENTITY;
  private readonly stack: GraphicsState[] = [];
  /** Whether sequences of marked content that are open stand for another text. */
  private readonly marked: boolean[] = [];
  private readonly rules: Rule[] = [];
  private readonly shades: Box[] = [];
  private readonly inks: Box[] = [];
  private readonly placer = new GlyphPlacer();

  constructor(private readonly setting: PageSetting) {
    this.state = { ...START, matrix: setting.viewport };
  }

  save(): void {
    this.stack.push({ ...this.state });
  }

  restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }

  transform(values: ArrayLike<number> | null | undefined): void {
    if (values) this.state.matrix = combine(this.state.matrix, toMatrix(values));
  }

  setFont(id: string, size: number): void {
    this.state.font = this.setting.fontOf(id);
    this.state.size = size;
  }

  moveText(x: number, y: number): void {
    this.line = combine(this.line, [1, 0, 0, 1, x, y]);
    this.text = this.line;
  }

  setTextMatrix(matrix: Matrix): void {
    this.line = matrix;
    this.text = matrix;
  }

  showText(glyphs: readonly PdfGlyph[]): void {
    this.text = this.placer.show(glyphs, this.state, this.state.matrix, this.text);
  }

  /** Marked content that begins here; of texts that hold one another the outermost counts. */
  beginMarked(at: number): void {
    const text = this.marked.includes(true) ? undefined : this.setting.actualTexts.get(at);
    this.marked.push(text !== undefined);
    if (text !== undefined) this.placer.beginReplaced(text);
  }

  endMarked(): void {
    if (this.marked.pop()) this.placer.endReplaced();
  }

  path(paint: number, data: ArrayLike<number>): void {
    const { ops } = this.setting;
    const strokes = STROKING.some((name) => ops[name] === paint) && this.state.stroke !== WHITE;
    const fills = FILLING.some((name) => ops[name] === paint) && this.state.fill !== WHITE;
    if ((!strokes && !fills) || this.rules.length > MOST_RULES) return;
    for (const subpath of subpathsOf(data, this.state.matrix)) this.draw(subpath, strokes, fills);
  }

  marks(): Marks {
    this.placer.endReplaced();
    const { glyphs, unreadable, turn } = this.placer;
    return { glyphs, unreadable, turn, rules: this.rules, shades: this.shades, inks: this.inks };
  }

  private draw(subpath: Subpath, strokes: boolean, fills: boolean): void {
    if (isInk(subpath)) {
      this.inks.push(boxAround(subpath.points));
      return;
    }
    if (strokes) appendAll(this.rules, strokedRules(subpath));
    const { rule, shade } = fills ? filled(subpath) : {};
    if (rule) this.rules.push(rule);
    if (shade) this.shades.push(shade);
  }
}

const WHITE = '#ffffff';
const STROKING = [
  'stroke',
  'closeStroke',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
];
const FILLING = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];

const set =
  (key: 'charSpacing' | 'wordSpacing' | 'rise' | 'leading', factor = 1): Operator =>
  ({ state }, [value]) => {
    state[key] = (value as number) * factor;
  };

const OPERATORS: Readonly<Record<string, Operator>> = {
  save: (player) => player.save(),
  restore: (player) => player.restore(),
  transform: (player, args) => player.transform(args as readonly number[]),
  paintFormXObjectBegin: (player, [matrix]) => {
    player.save();
    player.transform(matrix as ArrayLike<number> | null);
  },
  paintFormXObjectEnd: (player) => player.restore(),
  beginAnnotation: (player, [, , transform, matrix]) => {
    player.save();
    player.transform(transform as ArrayLike<number> | null);
    player.transform(matrix as ArrayLike<number> | null);
  },
  endAnnotation: (player) => player.restore(),
  setFillRGBColor: ({ state }, [colour]) => {
    state.fill = String(colour);
  },
  setStrokeRGBColor: ({ state }, [colour]) => {
    state.stroke = String(colour);
  },
  beginMarkedContent: (player, _args, at) => player.beginMarked(at),
  beginMarkedContentProps: (player, _args, at) => player.beginMarked(at),
  endMarkedContent: (player) => player.endMarked(),
  beginText: (player) => player.setTextMatrix(IDENTITY),
  setCharSpacing: set('charSpacing'),
  setWordSpacing: set('wordSpacing'),
  setTextRise: set('rise'),
  setLeading: set('leading'),
  setHScale: ({ state }, [percent]) => {
    state.stretch = (percent as number) / 100;
  },
  setFont: (player, [id, size]) => player.setFont(id as string, size as number),
  setTextMatrix: (player, args) => player.setTextMatrix(toMatrix(numbersOf(args))),
  moveText: (player, [x, y]) => player.moveText(x as number, y as number),
  setLeadingMoveText: (player, [x, y]) => {
    player.state.leading = -(y as number);
    player.moveText(x as number, y as number);
  },
  nextLine: (player) => player.moveText(0, -player.state.leading),
  showText: (player, [glyphs]) => player.showText(glyphs as readonly PdfGlyph[]),
  constructPath: (player, [paint, data]) => {
    const numbers = (data as readonly unknown[] | undefined)?.[0];
    if (numbers) player.path(paint as number, numbers as ArrayLike<number>);
  },
};

/** Six numbers, in an array of their own or not. */
function numbersOf(args: Arguments): ArrayLike<number> {
  return typeof args[0] === 'number' ? (args as readonly number[]) : (args[0] as ArrayLike<number>);
}
