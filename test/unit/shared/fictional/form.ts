import type { Form, FormId, FormItem } from '../../../../shared/forms/types';

/* A form that no law knows: other ids, numbers and column names. Whatever works with it rests on form data alone. */

export const FICTIONAL = 'form9' as FormId;

const duty: readonly FormItem[] = [
  {
    id: 'A.a',
    number: '㋐',
    label: '仕事の呼び名',
    type: 'text',
    roles: ['dutyName'],
    reeval: true,
    mark: true,
  },
  { id: 'A.b', number: '㋑', label: '仕事のあらまし', type: 'longtext', roles: ['dutyBody'], reeval: true },
  {
    id: 'A.c',
    number: '㋒',
    label: '預かる人の数',
    type: 'choice',
    options: [
      { label: '百人まで', n: 1 },
      { label: '千人まで', n: 2 },
      { label: '千一人から', n: 3 },
    ],
  },
  {
    id: 'A.e',
    number: '㋕',
    label: '帳面の置き場',
    type: 'choice',
    options: [
      { label: '番屋の中', n: 1 },
      { label: '役所の蔵', n: 2 },
      { label: '舟の上', n: 3 },
    ],
  },
  {
    id: 'A.d',
    number: '㋓',
    label: '使う道具',
    type: 'checks',
    options: [{ label: '帳面' }, { label: '計算機' }, { label: 'ほか', withText: true }],
  },
  {
    id: 'A.kura',
    number: '㋔',
    label: '納め先の一覧',
    type: 'repeat',
    itemLabel: '納め先{n}',
    max: 5,
    children: [
      { id: 'A.kura.na', number: '(ア)', label: '納め先の名', type: 'text' },
      { id: 'A.kura.wake', number: '(イ)', label: '納めるわけ', type: 'longtext' },
    ],
  },
];

const book: readonly FormItem[] = [
  { id: 'B.x', number: '１）', label: '帳簿の呼び名', type: 'text', roles: ['fileName', 'riskFileName'] },
  { id: 'B.y', number: '２）', label: '帳簿に書くこと', type: 'longtext', reeval: true },
  { id: 'B.z', number: '３）', label: '書き始めた日', type: 'date' },
];

const log: FormItem = {
  id: 'Z.log',
  label: '書き換えの控え',
  type: 'table',
  roles: ['changes'],
  children: [
    { id: 'Z.log.hi', label: '書き換えた日', type: 'date', roles: ['changeDate'] },
    { id: 'Z.log.kasho', label: '書き換えた所', type: 'text', roles: ['changeItem'] },
    { id: 'Z.log.moto', label: 'もとの文', type: 'longtext', roles: ['changeBefore'] },
    { id: 'Z.log.ima', label: 'いまの文', type: 'longtext', roles: ['changeAfter'] },
    {
      id: 'Z.log.itsu',
      label: '届けた時',
      type: 'choice',
      roles: ['changeTiming'],
      options: [
        { label: '先に', meaning: { submitted: 'before' } },
        { label: '後に', meaning: { submitted: 'after' } },
      ],
    },
    { id: 'Z.log.wake', label: '届けの言い分', type: 'longtext', roles: ['changeReason'] },
  ],
};

export const fictionalForm: Form = {
  id: FICTIONAL,
  number: '様式９',
  name: '試し書き評価書',
  edition: '令和9年4月',
  stamp: '[令和9年4月　様式９]',
  slots: {},
  sections: [
    {
      id: 'top',
      title: '特定個人情報保護評価書（試し書き評価書）',
      shortTitle: '表書き',
      roles: ['cover'],
      items: [
        { id: 'top.no', label: '整理の番号', type: 'text', roles: ['number'] },
        { id: 'top.na', label: '書付の名', type: 'text', roles: ['name'] },
        { id: 'top.chikai', label: '誓いの言葉', type: 'longtext', roles: ['declaration'] },
        { id: 'top.so', label: '添え書き', type: 'longtext', roles: ['remarks'] },
        { id: 'top.yakusho', label: '役所の名', type: 'text', roles: ['agency'] },
        { id: 'top.hi', label: '世に出す日', type: 'date', roles: ['publishDate'] },
        {
          id: 'top.han',
          label: '版',
          type: 'text',
          roles: ['stamp'],
          fixed: true,
          default: '[令和9年4月　様式９]',
        },
      ],
    },
    { id: 'A', number: '甲', title: '仕事のこと', roles: ['dutySection'], items: duty },
    { id: 'B', number: '乙', title: '帳簿のこと', roles: ['fileSection'], repeat: 'file', items: book },
    { id: 'Z', number: '（別紙９）', title: '書き換えの控え', items: [log] },
  ],
};
