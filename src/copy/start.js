// Starts a page that is one file (see make.js): unpacks program and data, and hands over both.
(async () => {
  try {
    const packed = [...document.querySelectorAll('script[type="application/gzip"]')];
    const [glue, wasm, ...documents] = await Promise.all(packed.map(unpack));
    const view = JSON.parse(document.getElementById("paceboard-view").textContent);
    window.paceboardSaved = { ...view, documents };
    const address = URL.createObjectURL(new Blob([glue], { type: "text/javascript" }));
    const program = await import(address);
    await program.default({ module_or_path: wasm });
    program.start_page();
  } catch (error) {
    console.error("Paceboard could not start:", error);
    const line = document.createElement("p");
    line.id = "boot-failure";
    line.textContent = `此浏览器无法打开这份副本，请使用近两年版本的浏览器。 This browser cannot open this copy: use one of the last two years. (${error})`;
    document.body.prepend(line);
  }

  async function unpack(element) {
    const letters = atob(element.textContent);
    element.remove();
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }
})();
