/** Where the keys of this page belong to something else than the page. */

const pressed = ['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit']

/** True where keys write or choose: fields, lists of the device, and what is editable. */
export const isTyping = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !pressed.includes(target.type)
  return target.closest('textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"]') !== null
}

/** True while a dialog, a menu or a list of choices is open over the page. */
export const isCovered = (): boolean =>
  document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null
