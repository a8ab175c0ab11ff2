/** Browser APIs that jsdom lacks. It has no layout, so a resize observer has nothing to report. */
class IdleResizeObserver {
  observe(): void {
    // Sizes never change.
  }
  unobserve(): void {
    // Sizes never change.
  }
  disconnect(): void {
    // Sizes never change.
  }
}

if ('window' in globalThis && !('ResizeObserver' in globalThis)) Object.assign(globalThis, { ResizeObserver: IdleResizeObserver })
if ('HTMLElement' in globalThis) HTMLElement.prototype.scrollIntoView ??= () => undefined
