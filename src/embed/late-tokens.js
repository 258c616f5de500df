// The token keeper of a frame, fetched when the frame asks for its first token: pages whose data
// needs none do without.
import { late } from "./files.js";

/** As the function of that name in tokens.js. */
export function createTokens(options) {
  let keeper;
  let isOver = false;
  return {
    async token(...asked) {
      const { createTokens } = await late();
      keeper ??= createTokens(options);
      if (isOver) keeper.stop();
      return keeper.token(...asked);
    },
    stop() {
      isOver = true;
      keeper?.stop();
    },
  };
}
