/**
 * What is told of a source, ending as soon as the reader stops: a generator that waits for the next element cannot be stopped
 * before that comes, so the source is stopped first.
 */
export function endingWithSource<T, R>(
  source: AsyncIterable<T>,
  tell: (elements: AsyncIterable<T>) => AsyncGenerator<R>,
): AsyncIterable<R> {
  return {
    [Symbol.asyncIterator]() {
      const elements = source[Symbol.asyncIterator]();
      const told = tell({ [Symbol.asyncIterator]: () => elements });
      return {
        next: () => told.next(),
        return: async () => {
          await elements.return?.();
          return told.return(undefined);
        },
      };
    },
  };
}
