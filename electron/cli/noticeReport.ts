import type { ReadNotice } from '../../shared/assessment/source';
import type { CliTools } from './verb';

/** A notice of a reader as `--json` prints it; `count` where it was met more than once or says how often. */
export interface NoticeReport {
  readonly code: string;
  readonly message: string;
  readonly count?: number;
}

export function noticeReport(notice: ReadNotice, sentence: CliTools['notice']): NoticeReport {
  const count = notice.params?.count;
  return {
    code: notice.code,
    message: sentence(notice),
    ...(typeof count === 'number' ? { count } : {}),
  };
}
