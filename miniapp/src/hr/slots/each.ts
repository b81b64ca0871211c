/** Does one after the other, `together` at a time, and tells after each how many are through. What failed is answered. */
export async function each<T>(
  items: readonly T[],
  act: (item: T) => Promise<boolean>,
  onDone: (done: number) => void = () => {},
  together = 4,
): Promise<T[]> {
  const waiting = [...items];
  const failed: T[] = [];
  let done = 0;
  const turn = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      if (!(await act(item))) failed.push(item);
      done += 1;
      onDone(done);
    }
  };
  await Promise.all(Array.from({ length: Math.min(together, items.length) }, turn));
  return failed;
}
