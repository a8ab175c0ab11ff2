/** Focuses the field with the caret at the end of the text. */
export const focusEnd = (field: HTMLTextAreaElement | null): void => {
  field?.focus()
  field?.setSelectionRange(field.value.length, field.value.length)
}
