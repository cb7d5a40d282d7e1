/** So that what was just said is on the screen before long work begins. */
export function painted(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
