import { Component, type ComponentType, h } from 'preact'

/** Draws again only where a property changed; that of the language and the clock comes through the context all the same. */
export function memo<P extends object>(Drawn: ComponentType<P>): ComponentType<P> {
  return class extends Component<P> {
    override shouldComponentUpdate(next: Readonly<P>): boolean {
      const before = this.props as Record<string, unknown>
      return Object.entries(next).some(([name, value]) => before[name] !== value)
    }
    render() {
      return h(Drawn, this.props as P)
    }
  }
}
