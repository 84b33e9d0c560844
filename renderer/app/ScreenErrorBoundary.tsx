import { Component, type ReactNode } from 'react';
import i18next from 'i18next';
import { Button } from '../components/Button';
import { Callout } from '../components/Callout';
import { openScreen } from '../state/navigation';

interface State {
  readonly failed: boolean;
}

/** A screen that fails says so and offers a way on; what was typed is already kept by the shell. */
export class ScreenErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="page stack">
        <Callout tone="error" role="alert">
          {i18next.t('screenFailed')}
        </Callout>
        <Button variant="primary" onPress={this.leave}>
          {i18next.t('toStart')}
        </Button>
      </main>
    );
  }

  private readonly leave = (): void => {
    openScreen('start');
    this.setState({ failed: false });
  };
}
