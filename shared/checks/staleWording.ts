/** Wording that a change of law made old. Dates: the day the change took effect. */
export interface StaleWording {
  readonly id: string;
  readonly pattern: RegExp;
  /** Where this stands nearby, the wording is right: history, or another thing of that name. */
  readonly unless?: RegExp;
  /** What is written today. */
  readonly instead: string;
  /** As 20240527. */
  readonly since: number;
  /** Law or notice the entry rests on. */
  readonly source: string;
}

export const staleWordings: readonly StaleWording[] = [
  {
    id: 'annexedTable1',
    pattern: /別表第(?:一(?![〇一二三四五六七八九十])|[1１](?![0-9０-９]))/,
    unless: /条例/,
    instead: '別表',
    since: 20240527,
    source: '番号法の改正（別表第一・第二の統合）令和6年5月27日施行',
  },
  {
    id: 'annexedTable2',
    pattern:
      /(?<=(?:番号法|特定の個人を識別するための番号|第19条第[78]号)[^。]{0,40})別表第(?:二|[2２](?![0-9０-９]))|別表第(?:二|[2２])(?=の?主務省令)/,
    instead: '主務省令第2条の表',
    since: 20240527,
    source: '番号法の改正（別表第一・第二の統合）令和6年5月27日施行',
  },
  {
    id: 'article19item7',
    pattern: /第(?:19|１９|十九)条第(?:7|７|七)号/,
    unless: /条例/,
    instead: '第19条第8号',
    since: 20210901,
    source: 'デジタル社会形成整備法 令和3年9月1日施行',
  },
  {
    id: 'localOrdinance',
    pattern: /個人情報保護条例/,
    unless: /施行条例|旧|議会/,
    instead: '個人情報の保護に関する法律',
    since: 20230401,
    source: '個人情報の保護に関する法律（地方公共団体への適用）令和5年4月1日施行',
  },
  {
    id: 'administrativeOrgansAct',
    pattern: /行政機関(?:の保有する)?個人情報(?:保護|の保護に関する法律)/,
    unless: /旧/,
    instead: '個人情報の保護に関する法律',
    since: 20220401,
    source: 'デジタル社会形成整備法 令和4年4月1日施行',
  },
  {
    id: 'formerCommission',
    pattern: /特定個人情報保護委員会/,
    unless: /旧|当時/,
    instead: '個人情報保護委員会',
    since: 20160101,
    source: '個人情報保護委員会の設置 平成28年1月1日',
  },
  {
    id: 'notificationCard',
    pattern: /通知カード/,
    instead: '個人番号通知書',
    since: 20200525,
    source: '通知カードの廃止 令和2年5月25日',
  },
  {
    id: 'healthInsuranceCard',
    pattern:
      /(?:国民健康保険|後期高齢者医療|国保|後期)[^。\n]{0,20}被保険者証|被保険者証[^。\n]{0,10}(?:国民健康保険|後期高齢者)/,
    unless: /介護保険[^。\n]{0,6}被保険者証|資格確認書/,
    instead: '資格確認書',
    since: 20241202,
    source: '健康保険証の新規発行終了 令和6年12月2日',
  },
  {
    id: 'heisei31',
    pattern: /平成(?:31|３１)年(?:0?[5-9]|1[0-2]|[５-９]|１[０-２])月|平成(?:3[2-9]|３[２-９])年/,
    instead: '令和',
    since: 20190501,
    source: '元号を改める政令 令和元年5月1日施行',
  },
];
