import type { Duty } from '../forms/types';
import type { Author } from './history';

/**
 * A しきい値判断 as it was answered: the counted numbers, of which the form prints the class only. Never part of what is
 * handed out.
 */
export interface ThresholdRecord {
  readonly id: string;
  /** 対象人数, the total over all 特定個人情報ファイル. */
  readonly people: number;
  readonly peopleParts: readonly CountPart[];
  /** 取扱者数, 委託先 included. */
  readonly handlers: number;
  readonly handlersParts: readonly CountPart[];
  /** 重大事故 within a year, happened or became known. */
  readonly incident: boolean;
  readonly duty: Duty;
  /** 実施する評価. */
  readonly performed: Duty;
  /** いつ時点の計数か and 実施日, as written. */
  readonly peopleCounted?: string;
  readonly handlersCounted?: string;
  readonly assessedOn?: string;
  readonly plan?: ThresholdPlan;
  readonly author: Author;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

/** A number that the total is made of: a file, a department, a 委託先. */
export interface CountPart {
  readonly name: string;
  readonly count: number;
}

/** Planned days, as 2027-03-01. */
export interface ThresholdPlan {
  readonly consultationStart?: string;
  readonly publication?: string;
  readonly building?: string;
  readonly consultationDays?: number;
}
