/** Into the field, to go on where the text ends. */
export const writeOn = (field: HTMLTextAreaElement | null): void => {
  field?.focus()
  field?.setSelectionRange(field.value.length, field.value.length)
}
