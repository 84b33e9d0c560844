import { ticked, type Cases } from './types';

const AGENCY = 'みなも県みなも市長';
const LONG =
  'みなも市は、住民からの申請を受け付け、内容を審査して結果を通知する。個人番号は、対象者を確かめるとき、及び他の機関に照会するときに用いる。';
const FILE = { 'I.3': '国保ファイル', 'II[1].1': '国保ファイル', 'III[1].1': '国保ファイル' };
const NETWORK = '情報提供ネットワークシステム';

export const coverCases: Cases = {
  'need-number': { found: { 'cover.name': '国保' }, clean: { 'cover.number': '1' } },
  'number-width': { found: { 'cover.number': '１２' }, clean: { 'cover.number': '12' } },
  'number-unique': {
    found: { 'cover.number': '3', 'cover.agency': AGENCY, 'I.1.m1': '国民健康保険に関する事務' },
    clean: { 'cover.number': '4' },
    partner: {
      form: 'form4',
      values: { 'cover.number': '3', 'cover.agency': AGENCY, 'I.1.m1': '介護保険に関する事務' },
    },
  },
  'need-name': { found: { 'cover.number': '1' }, clean: { 'cover.name': '国保' } },
  'name-has-form': {
    found: { 'cover.name': '国保の事務 重点項目評価書' },
    clean: { 'cover.name': '国保の事務 全項目評価書' },
  },
  'name-covers-duty': {
    found: { 'cover.name': '介護保険に関する事務', 'I.1.m1': '予防接種に関する事務' },
    clean: { 'cover.name': '予防接種事務 全項目評価書' },
  },
  'need-declaration': { found: { 'cover.number': '1' }, clean: { 'cover.declaration': '宣言する。' } },
  'declaration-agency': {
    found: { 'cover.agency': AGENCY, 'cover.declaration': 'かなた市は、保護に取り組むことを宣言する。' },
    clean: { 'cover.declaration': '本市は、保護に取り組むことを宣言する。' },
  },
  'declaration-duty': {
    found: {
      'I.1.m1': '介護保険に関する事務',
      'cover.declaration': 'みなも市は、予防接種に関する事務において宣言する。',
    },
    clean: { 'cover.declaration': 'みなも市は、介護保険に関する事務において宣言する。' },
  },
  'need-agency': { found: { 'cover.number': '1' }, clean: { 'cover.agency': AGENCY } },
  'agency-is-organ': { found: { 'cover.agency': 'みなも市' }, clean: { 'cover.agency': 'みなも市長' } },
  'need-publish-date': { found: { 'cover.number': '1' }, clean: { 'cover.publish_date': '令和8年4月1日' } },
  'need-edition': {
    found: { 'cover.form_edition': '[平成30年5月　様式４]' },
    clean: { 'cover.form_edition': '[令和6年10月　様式４]' },
  },
  'approval-not-local': {
    found: { 'cover.agency': AGENCY, 'cover.approval_date': '令和8年4月1日' },
    clean: { 'cover.approval_date': '－' },
  },
  'remarks-trivial': {
    found: { 'cover.remarks': '－' },
    clean: { 'cover.remarks': 'なし' },
    partner: { form: 'form4', values: { 'cover.remarks': 'なし' } },
  },
  'terminated-form': {
    found: { 'cover.name': '国保の事務（令和7年3月31日終了）' },
    clean: { 'cover.name': '国保の事務【令和7年3月31日 終了】' },
  },
};

export const dutyCases: Cases = {
  'need-duty-name': { found: { 'I.1.m2': LONG }, clean: { 'I.1.m1': '国保' } },
  'need-duty-body': { found: { 'I.1.m2': '審査する。' }, clean: { 'I.1.m2': LONG } },
  'duty-uses-number': { found: { 'I.1.m2': '申請を審査して通知する。' }, clean: { 'I.1.m2': LONG } },
  'need-people-class': { found: { 'I.1.m1': '国保' }, clean: { 'I.1.m3': '1,000人未満' } },
  'need-system': { found: { 'I.1.m1': '国保' }, clean: { 'I.2.systems[1].m1': '国保システム' } },
  'system-needs-function': {
    found: { 'I.2.systems[1].m1': '国保システム' },
    clean: { 'I.2.systems[1].m2': '賦課機能' },
  },
  'system-needs-links': {
    found: { 'I.2.systems[1].m1': '国保システム' },
    clean: { 'I.2.systems[1].m3': ticked(['宛名システム等']) },
  },
  'system-dup': {
    found: { 'I.2.systems[1].m1': '国保システム', 'I.2.systems[2].m1': '国保 システム' },
    clean: { 'I.2.systems[2].m1': '宛名システム' },
  },
  'system-midserver': {
    found: { 'I.6.m1': '実施する', 'I.2.systems[1].m1': '国保システム' },
    clean: { 'I.2.systems[2].m1': '中間サーバー' },
  },
  'system-mention': {
    found: {
      'I.2.systems[1].m1': '国保システム',
      'II[1].3.m3': '賦課管理システムに登録する。賦課管理システムで照会し、賦課管理システムから出力する。',
    },
    clean: { 'I.2.systems[2].m1': '賦課管理システム' },
  },
  'other-checked-no-text': {
    found: { 'II[1].3.m2': ticked(['その他']) },
    clean: { 'II[1].3.m2': ticked(['その他'], { その他: '電話' }) },
  },
  'other-text-no-check': {
    found: { 'II[1].3.m2': ticked(['紙'], { その他: '電話' }) },
    clean: { 'II[1].3.m2': ticked(['紙', 'その他'], { その他: '電話' }) },
  },
  'exclusive-option': {
    found: { 'II[1].5.has': ticked(['提供を行っている', '行っていない']) },
    clean: { 'II[1].5.has': ticked(['行っていない']) },
  },
  'need-basis': { found: { 'I.1.m1': '国保' }, clean: { 'I.5.basis': '番号法第9条第1項 別表の44の項' } },
  'basis-cites-law': {
    found: { 'I.5.basis': '国民健康保険法' },
    clean: { 'I.5.basis': '番号法第９条第１項 別表の44の項' },
  },
  'basis-item-exists': {
    found: { 'I.5.basis': '番号法第9条第1項 別表の150の項' },
    clean: { 'I.5.basis': '番号法第9条第1項 別表の44の項' },
  },
  'basis-item-fits-duty': {
    found: { 'I.1.m1': '国民健康保険に関する事務', 'I.5.basis': '番号法第9条第1項 別表の100の項' },
    clean: { 'I.5.basis': '番号法第9条第1項 別表の44、100の項' },
  },
  'basis-actor-fits': {
    found: { 'cover.agency': AGENCY, 'I.5.basis': '番号法第9条第1項 別表の46の項' },
    clean: { 'I.5.basis': '番号法第9条第1項 別表の44の項' },
  },
  'need-nw': { found: { 'I.1.m1': '国保' }, clean: { 'I.6.m1': '未定' } },
  'nw-basis': { found: { 'I.6.m1': '実施する' }, clean: { 'I.6.m2': '番号法第19条第8号' } },
  'nw-not-basis': {
    found: { 'I.6.m1': '実施しない', 'I.6.m2': '番号法第19条第8号' },
    clean: { 'I.6.m2': '－' },
  },
  'nw-two-sides': {
    found: { 'I.6.m1': '実施する', 'I.6.m2': '照会: 番号法第19条第8号' },
    clean: { 'I.6.m2': '照会: 番号法第19条第8号　提供: なし' },
  },
  'nw-basis-8': {
    found: { 'I.6.m1': '実施する', 'I.6.m2': '番号法' },
    clean: { 'I.6.m2': '番号法第19条第8号' },
  },
  'nw-vs-iii6': {
    found: { 'I.6.m1': '実施しない', 'III[1].1': 'ファイル' },
    clean: { 'III[1].6.no_get': true, 'III[1].6.no_give': true },
  },
  'nw-do-iii6': {
    found: { 'I.6.m1': '実施する', 'III[1].6.no_get': true, 'III[1].6.no_give': true },
    clean: { 'III[1].6.no_give': undefined },
  },
  'nw-sides-iii6': {
    found: { 'I.6.m1': '実施する', 'I.6.m2': '情報照会の根拠 番号法第19条第8号', 'III[1].6.no_get': true },
    clean: { 'III[1].6.no_get': undefined },
  },
  'nw-give-ii5': {
    found: {
      'I.6.m1': '実施する',
      'II[1].5.has': ticked(['行っていない']),
      'III[1].6.r5.sufficient': '十分である',
    },
    clean: { 'III[1].6.no_give': true },
  },
  'nw-get-ii3': {
    found: { 'I.6.m1': '実施する', 'II[1].3.m2': ticked(['紙']), 'III[1].6.r1.sufficient': '十分である' },
    clean: { 'II[1].3.m2': ticked(['紙', NETWORK]) },
  },
  'need-dept': { found: { 'I.1.m1': '国保' }, clean: { 'I.7.m1': '保険課' } },
  'post-not-person': { found: { 'I.7.m2': '市民課長　水元　太郎' }, clean: { 'I.7.m2': '市民課　課長' } },
  'post-label': {
    found: { 'I.7.m2': '課長 水元太郎' },
    clean: { 'I.7.m2': '課長' },
    previous: { 'I.7.m2': '課長 水元太郎' },
    previousEdition: '平成29年5月',
  },
  'dept-old-name': {
    found: { 'I.7.m1': '市民部国保年金課' },
    clean: { 'I.7.m1': '市民部保険課' },
    agency: { name: 'みなも市', formerNames: [{ old: '国保年金課', new: '保険課' }] },
  },
  'other-agency': {
    found: { 'cover.agency': AGENCY, 'I.8': `${AGENCY}\nみなも市教育委員会` },
    clean: { 'I.8': 'みなも市教育委員会' },
  },
  'emergency-reason': {
    form: 'form2',
    found: { 'I.9.applied': true },
    clean: { 'I.9.reason': '災害のため' },
  },
};

export const fileCases: Cases = {
  'file-name-empty': {
    found: { 'I.3': '国保ファイル', 'III[1].1': '国保ファイル' },
    clean: { 'II[1].1': '国保ファイル' },
  },
  'file-count': { found: { ...FILE, 'I.3': '国保ファイル\n宛名ファイル' }, clean: { 'I.3': '国保ファイル' } },
  'file-count-III': { found: { ...FILE, 'II[2].1': '宛名ファイル' }, clean: { 'III[2].1': '宛名ファイル' } },
  'file-name-agree': {
    found: { ...FILE, 'II[1].1': '国民健康保険ファイル' },
    clean: { 'II[1].1': '（１） 国保ファイル' },
  },
  'file-name-agree-III': {
    found: { ...FILE, 'III[1].1': '国民健康保険ファイル' },
    clean: { 'III[1].1': '国保ファイル ' },
  },
  'file-name-is-system': {
    found: { 'II[1].1': '国保システム', 'I.2.systems[1].m1': '国保システム' },
    clean: { 'II[1].1': '国保ファイル' },
  },
  'need-file-kind': { found: { 'II[1].1': '国保ファイル' }, clean: { 'II[1].2.m1': 'システム用ファイル' } },
  'need-file-people': { found: { 'II[1].1': '国保ファイル' }, clean: { 'II[1].2.m2': '1万人未満' } },
  'people-vs-threshold': {
    found: { 'I.1.m3': '1万人以上10万人未満', 'II[1].2.m2': '10万人以上100万人未満' },
    clean: { 'II[1].2.m2': '1万人以上10万人未満' },
  },
  'need-scope': {
    found: { 'II[1].2.m3': '被保険者', 'II[1].1': 'ファイル' },
    clean: { 'II[1].2.m3.necessity': '賦課のため' },
  },
  'items-count': {
    found: { 'II[1].2.m4': '100項目以上', 'annex2[1].items': '氏名、住所、性別、生年月日、電話番号、続柄' },
    clean: { 'II[1].2.m4': '10項目未満' },
  },
  'items-number-ident': {
    found: { 'II[1].2.m4.main_items.ident': ticked(['その他識別情報（内部番号）']) },
    clean: { 'II[1].2.m4.main_items.ident': ticked(['個人番号']) },
  },
  'items-adequacy': {
    found: { 'II[1].2.m4.main_items.ident': ticked(['個人番号']) },
    clean: { 'II[1].2.m4.adequacy': '対象者を確かめるため' },
  },
  'items-annex-missing': { found: { 'II[1].1': '国保ファイル' }, clean: { 'annex2[1].items': '氏名' } },
  'items-annex-files': {
    found: { 'II[1].1': '国保ファイル', 'II[2].1': '宛名ファイル', 'annex2[1].items': '氏名、住所' },
    clean: { 'annex2[2].items': '氏名' },
  },
  'start-date': {
    found: { 'II[1].2.m5': '平成28年1月1日', 'II[1].3.m9': '平成27年10月5日' },
    clean: { 'II[1].3.m9': '平成28年1月1日' },
  },
  'start-future': {
    found: { 'II[1].2.m5': '令和9年4月1日', 'cover.publish_date': '令和8年4月1日' },
    clean: { 'II[1].2.m5': '令和9年4月1日（予定）' },
  },
  'get-from': { found: { 'II[1].1': 'ファイル' }, clean: { 'II[1].3.m1': ticked(['本人又は本人の代理人']) } },
  'get-method': { found: { 'II[1].1': 'ファイル' }, clean: { 'II[1].3.m2': ticked(['紙']) } },
  'get-other-dept': {
    found: { 'II[1].3.m1': ticked(['評価実施機関内の他部署']) },
    clean: { 'II[1].3.m1': ticked(['評価実施機関内の他部署'], { 評価実施機関内の他部署: '市民課' }) },
  },
  purpose: { found: { 'II[1].1': 'ファイル' }, clean: { 'II[1].3.m6': '資格を管理するため' } },
  'purpose-change': {
    found: {
      'annex3.rows[1]': {
        date: '令和8年4月1日',
        item: 'Ⅱ ３．⑥使用目的',
        before: '旧',
        after: '新',
        timing: '事前',
      },
      'II[1].3.m6': '新',
    },
    clean: { 'II[1].3.m6.change': '給付のため必要である。' },
  },
  'user-dept': { found: { 'II[1].1': 'ファイル' }, clean: { 'II[1].3.m7.dept': '保険課' } },
  'match-purpose': { found: { 'II[1].1': 'ファイル' }, clean: { 'II[1].3.m8.match': '行わない。' } },
  'storage-place': { found: { 'II[1].1': 'ファイル' }, clean: { 'II[1].6.m1': '書庫' } },
  'storage-period': {
    found: { 'II[1].6.m2.period': '定められていない' },
    clean: { 'II[1].6.m2.adequacy': '資格の記録が続くため' },
  },
  'storage-period-text': {
    found: { 'II[1].6.m2.period': '5年', 'II[1].6.m2.adequacy': '文書管理規程により10年間保存する。' },
    clean: { 'II[1].6.m2.adequacy': '文書管理規程により5年間保存する。' },
  },
  'erase-how': { found: { 'II[1].1': 'ファイル' }, clean: { 'II[1].6.m3': '溶解する。' } },
  'five-info': {
    found: {
      'II[1].2.m4.main_items.contact': ticked(['5情報（氏名、氏名の振り仮名、性別、生年月日、住所）']),
      'II[1].3.m4': '4情報を入手する。',
    },
    clean: { 'II[1].3.m4': '5情報を入手する。④情報を照会する。' },
  },
  'five-info-def': {
    found: { 'II[1].3.m4': '4情報を入手する。' },
    clean: { 'II[1].3.m4': '4情報（氏名、性別、生年月日、住所）を入手する。' },
  },
};

const ITEM = { 'II[1].4.has': '委託する', 'II[1].4.count': 1, 'II[1].4.items[1].name': '印刷' };
const GIVE = {
  'II[1].5.has': ticked(['提供を行っている']),
  'II[1].5.provide_count': 1,
  'II[1].5.provide[1].name': '年金機構',
};

export const outsourcingCases: Cases = {
  'outsourcing-has': { found: { 'II[1].1': 'ファイル' }, clean: { 'II[1].4.has': '委託しない' } },
  'outsourcing-count': { found: { ...ITEM, 'II[1].4.count': 3 }, clean: { 'II[1].4.count': 1 } },
  'outsourcing-none-iii': {
    found: { 'II[1].4.has': '委託しない', 'III[1].1': 'ファイル' },
    clean: { 'III[1].4.none': true },
  },
  'outsourcing-iii': {
    found: { 'II[1].4.has': '委託する', 'III[1].4.none': true },
    clean: { 'III[1].4.none': undefined },
  },
  'outsourcing-item-body': { found: ITEM, clean: { 'II[1].4.items[1].m1': '通知書の印刷' } },
  'outsourcing-handlers': { found: ITEM, clean: { 'II[1].4.items[1].m3': '10人未満' } },
  'outsourcing-vendor': { found: ITEM, clean: { 'II[1].4.items[1].m6': '未定' } },
  'outsourcing-vendor-check': { found: ITEM, clean: { 'II[1].4.items[1].m5': 'ウェブページで公表する。' } },
  'resub-need-consent': {
    found: { ...ITEM, 'II[1].4.items[1].re.m7': '再委託する' },
    clean: { 'II[1].4.items[1].re.m8': '書面で承諾する。' },
  },
  'resub-need-item': {
    found: { ...ITEM, 'II[1].4.items[1].re.m7': '再委託する' },
    clean: { 'II[1].4.items[1].re.m9': '封入' },
  },
  'resub-not-entries': {
    found: {
      ...ITEM,
      'II[1].4.items[1].re.m7': '再委託しない',
      'II[1].4.items[1].re.m8': '書面で承諾する。',
    },
    clean: { 'II[1].4.items[1].re.m8': '原則として再委託を認めない。' },
  },
  'resub-iii': {
    found: { ...ITEM, 'II[1].4.items[1].re.m7': '再委託しない', 'III[1].4.r.sub': '十分に行っている' },
    clean: { 'III[1].4.r.sub': '再委託していない' },
  },
  'resub-iii2': {
    found: { ...ITEM, 'II[1].4.items[1].re.m7': '再委託する', 'III[1].4.r.sub': '再委託していない' },
    clean: { 'III[1].4.r.sub': '十分に行っている' },
  },
  'resub-how': {
    found: { 'III[1].4.r.sub': '十分に行っている' },
    clean: { 'III[1].4.r.sub.how': '報告を求める。' },
  },
  'provide-has': { found: { 'II[1].1': 'ファイル' }, clean: { 'II[1].5.has': ticked(['行っていない']) } },
  'provide-count': { found: { ...GIVE, 'II[1].5.provide_count': 4 }, clean: { 'II[1].5.provide_count': 1 } },
  'transfer-count': {
    found: {
      'II[1].5.has': ticked(['移転を行っている']),
      'II[1].5.transfer_count': 4,
      'II[1].5.transfer[1].name': '福祉課',
    },
    clean: { 'II[1].5.transfer_count': 1 },
  },
  'provide-none-iii': {
    found: { 'II[1].5.has': ticked(['行っていない']), 'III[1].1': 'ファイル' },
    clean: { 'III[1].5.none': true },
  },
  'provide-iii': {
    found: { ...GIVE, 'II[1].5.provide[1].m6': ticked(['紙']), 'III[1].5.none': true },
    clean: { 'II[1].5.provide[1].m6': ticked([NETWORK]) },
  },
  'provide-fields': {
    found: { ...GIVE, 'II[1].5.provide[1].m1': '番号法第19条第8号' },
    clean: {
      'II[1].5.provide[1].m2': '給付',
      'II[1].5.provide[1].m3': '資格情報',
      'II[1].5.provide[1].m5': '被保険者',
      'II[1].5.provide[1].m6': ticked(['紙']),
      'II[1].5.provide[1].m7': '随時',
      'II[1].5.provide[1].m4': '1万人未満',
    },
  },
  'provide-self': {
    found: {
      'cover.agency': AGENCY,
      'II[1].5.has': ticked(['提供を行っている']),
      'II[1].5.provide[1].name': 'みなも市福祉課',
    },
    clean: { 'II[1].5.provide[1].name': '日本年金機構' },
  },
};
