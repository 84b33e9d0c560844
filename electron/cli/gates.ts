import type { Gate } from '../../shared/checks/gates';
import type { CliTools } from './verb';

/** The lines of 提出前チェック that are not in order. */
export function reportGates(gates: readonly Gate[], { report, words }: CliTools): void {
  for (const { id, state, count } of gates)
    report('gate', { name: words(`gateName.${id}`), state: words(`gateState.${state}`), count });
}
