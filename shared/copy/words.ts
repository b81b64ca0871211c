/** The shape of a copy file, whatever language it is in: the same keys, texts and functions of the same values. */
export type Words<T> = {
  [K in keyof T]: T[K] extends (...values: infer V) => string
    ? (...values: V) => string
    : T[K] extends string
      ? string
      : Words<T[K]>;
};
