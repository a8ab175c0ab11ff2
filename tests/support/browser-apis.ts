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

const labelable = 'button, input:not([type=hidden]), meter, output, progress, select, textarea'

/**
 * The labels of a control. For each label, jsdom walks through the whole page, and the queries of a test ask for the labels of every
 * control: half of the time of tests with forms.
 */
function findLabels(this: HTMLElement): readonly Element[] {
  const around = this.closest('label')
  const isAround = around !== null && !around.hasAttribute('for') && around.querySelector(labelable) === this
  const named = this.id === '' ? [] : this.ownerDocument.querySelectorAll(`label[for="${this.id}"]`)
  return [...(isAround ? [around] : []), ...named]
}

if ('HTMLElement' in globalThis)
  for (const { prototype } of [
    HTMLInputElement,
    HTMLSelectElement,
    HTMLTextAreaElement,
    HTMLButtonElement,
    HTMLMeterElement,
    HTMLOutputElement,
  ])
    Object.defineProperty(prototype, 'labels', { get: findLabels, configurable: true })
