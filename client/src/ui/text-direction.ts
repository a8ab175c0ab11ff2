/** True where the page around an element is read from right to left, so that arrow keys follow what is seen. */
export const readsFromRight = (element: Element): boolean => element.closest('[dir="rtl"], [dir="ltr"]')?.getAttribute('dir') === 'rtl'
