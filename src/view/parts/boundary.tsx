/** Around a row of a list or a part of a screen: what throws in it is told in its place, and all the rest goes on. */
import { Component, type ComponentChildren, type ComponentType } from 'preact';
import type { BrokenProps } from './broken.tsx';

interface State {
  /** In a list, since anything may be thrown. */
  caught?: [unknown] | undefined;
  Broken?: ComponentType<BrokenProps>;
}

export class Boundary extends Component<Omit<BrokenProps, 'error'> & { children: ComponentChildren }, State> {
  static override getDerivedStateFromError(error: unknown): State {
    return { caught: [error] };
  }

  override componentDidCatch(): void {
    // What tells of it comes when it is needed, which is never.
    import('./broken.tsx').then(
      ({ Broken }) => this.setState({ Broken }),
      () => undefined,
    );
  }

  /** Another thing may be there by now, or another screen. */
  override componentWillReceiveProps(): void {
    if (this.state.caught) this.setState({ caught: undefined });
  }

  override render(): ComponentChildren {
    const { caught, Broken } = this.state;
    const { children, as, id } = this.props;
    if (caught === undefined) return children;
    return Broken ? <Broken error={caught[0]} as={as} id={id} /> : null;
  }
}
