/** Returns the least milliseconds of five tries, because other work of the machine only adds to them. */
export const measureLeastTime = (act: () => void): number => {
  const measure = (): number => {
    const began = performance.now()
    act()
    return performance.now() - began
  }
  return Math.min(...Array.from({ length: 5 }, measure))
}
