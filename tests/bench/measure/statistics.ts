/** Returns NaN if there are no numbers. */
export const computeMedian = (numbers: readonly number[]): number => {
  const sorted = Float64Array.from(numbers).sort()
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? Number.NaN, sorted[Math.floor(middle)] ?? Number.NaN]
  return (low + high) / 2
}

/** A list of numbers that can hold millions. */
export class Samples {
  #numbers = new Float32Array(1024)
  #count = 0

  add(number: number): void {
    if (this.#count === this.#numbers.length) {
      const larger = new Float32Array(this.#count * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    this.#numbers[this.#count] = number
    this.#count += 1
  }

  get count(): number {
    return this.#count
  }

  /** Returns the number below which this share of all numbers is. NaN if there are none. */
  computeQuantile(share: number): number {
    const sorted = this.#numbers.slice(0, this.#count).sort()
    return sorted[Math.min(this.#count - 1, Math.floor(this.#count * share))] ?? Number.NaN
  }
}
