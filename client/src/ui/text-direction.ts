/** True if the page around the element reads from right to left. Arrow keys then follow the visible order. */
export const isRightToLeft = (element: Element): boolean => element.closest('[dir="rtl"], [dir="ltr"]')?.getAttribute('dir') === 'rtl'
