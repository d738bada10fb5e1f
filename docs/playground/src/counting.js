// How far loading is: a fetch that counts the bytes that have come in.

/**
 * @param {(loaded: number) => void} tell is told of the bytes so far, of all that was fetched
 * @returns {typeof fetch}
 */
export function countedFetch(tell) {
  const plain = self.fetch.bind(self);
  let loaded = 0;
  const counter = () =>
    new TransformStream({
      transform(chunk, out) {
        loaded += chunk.byteLength;
        tell(loaded);
        out.enqueue(chunk);
      },
    });
  return async (input, init) => {
    const answer = await plain(input, init);
    if (!answer.ok || !answer.body) return answer;
    if (answer.headers.get("content-type") === "application/wasm") {
      // Only an answer that nobody has touched is compiled from the browser's cache of code the next time.
      tell((loaded += Number(answer.headers.get("content-length")) || 0));
      return answer;
    }
    const { headers, status, statusText } = answer;
    return new Response(answer.body.pipeThrough(counter()), { headers, status, statusText });
  };
}
