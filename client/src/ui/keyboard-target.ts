/** Tells when a key press belongs to a field or an overlay and not to the page's shortcuts. */

const pressableInputTypes = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']

/** True for elements where keys write or choose: fields, native lists and editable content. */
export const isTyping = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !pressableInputTypes.includes(target.type)
  return target.closest('textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"]') !== null
}

/** True while a dialog, a menu or a list of choices is open over the page. */
export const isOverlayOpen = (): boolean =>
  document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null

/** True for the click that Enter in a field makes on the button of its form. */
export const isTyped = ({ detail }: Pick<UIEvent, 'detail'>): boolean => detail === 0 && isTyping(document.activeElement)
