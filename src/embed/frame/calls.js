// What the page has asked its frame, until it is answered.

export class Calls {
  #waiting = new Map(); // By id: { type, question, resolve, reject }
  #last = 0;

  /** Asks over `line`, and gives a promise of the answer. */
  ask(line, type, content) {
    return new Promise((resolve, reject) => {
      if (!line) throw new Error("pace-frame was not loaded");
      const id = ++this.#last;
      const question = { ...content, id };
      this.#waiting.set(id, { type, question, resolve, reject });
      line.send(type, question);
    });
  }

  /** Asks all of it again: a frame that has taken another's place knows nothing of it. */
  repeat(line) {
    for (const { type, question } of this.#waiting.values()) line.send(type, question);
  }

  /** The frame's answer to one of them. */
  settle({ id, query, value = query, error }) {
    const call = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error) call?.reject(new Error(error));
    else call?.resolve(value ?? undefined);
  }

  /** There will be no answers. */
  end(why) {
    for (const { reject } of this.#waiting.values()) reject(new Error(`pace-frame was ${why}`));
    this.#waiting.clear();
  }
}
