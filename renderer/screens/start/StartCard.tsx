import { Button } from '../../components/Button';

/** One way to begin: what it is for, and the button that does it. */
export function StartCard(props: {
  readonly title: string;
  readonly help: string;
  readonly action: string;
  readonly primary?: boolean;
  readonly onPress: () => void;
}) {
  return (
    <section className="card start-card">
      <h3>{props.title}</h3>
      <p className="muted label grow">{props.help}</p>
      <span>
        <Button variant={props.primary ? 'primary' : 'plain'} large onPress={props.onPress}>
          {props.action}
        </Button>
      </span>
    </section>
  );
}
